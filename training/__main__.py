"""``python -m training``: train, export, measure, and put the result into the package."""

from training import base, ship, train

base.check_model(base.find_model())
train.main()
ship.main()
