"""A person's mails and calendar, and the secret links that lead to them."""

from django.urls import path

from waypost.notices.views import feeds, mails

app_name = "notices"
urlpatterns = [
    path("staff/settings/notices/", mails.settings_page, name="settings"),
    path("staff/settings/calendar/", feeds.making, name="feed"),
    path("staff/settings/calendar/removal/", feeds.removal, name="feed-removal"),
    # In these two the address itself is the key: `config.log` leaves it out.
    path("calendar/<str:token>/waypost.ics", feeds.calendar, name="calendar"),
    path("mail/<str:token>/", mails.mail, name="mail"),
]
