"""What an administrator says of a person, as the operation takes it."""


def facts(user, **changes):
    return {
        "version": user.version,
        "name": user.name,
        "email": user.email,
        "manager": user.manager,
        "is_administrator": user.is_administrator,
        **changes,
    }
