"""One person's week across accounts (STP-6). How many queries it takes does not depend on how many
accounts and actions there are; what is read begins with the person's own places in teams."""
