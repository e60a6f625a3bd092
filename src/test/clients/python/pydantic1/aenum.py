"""What clients for pydantic 1 take from aenum, which Debian does not package: an Enum whose body may name its class."""
import enum

no_arg = None


class _NamesItself(enum.EnumMeta):
    @classmethod
    def __prepare__(metacls, cls, bases, **options):
        namespace = super().__prepare__(cls, bases, **options)
        dict.__setitem__(namespace, cls, cls)
        return namespace

    def __new__(metacls, cls, bases, namespace, **options):
        dict.pop(namespace, cls)
        return super().__new__(metacls, cls, bases, namespace, **options)


class Enum(enum.Enum, metaclass=_NamesItself):
    def __str__(self):
        """A member in a query is its value."""
        return str(self.value)
