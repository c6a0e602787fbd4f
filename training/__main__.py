"""``python -m training``: train, measure, and put the result into the package."""

from training import ship, train

train.main()
ship.main()
