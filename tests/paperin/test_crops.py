"""A person who decides sees the place itself, straight."""

import numpy as np

from kit.paperin.crops import as_jpeg, cropped
from tests.paperin.piles import OneCard


def test_a_crop_of_a_question_on_a_turned_card_is_upright_and_shows_the_mark():
    card = OneCard().mark("q2.3", "fill", "black")
    card.picture = card.picture.rotate(90, expand=True)
    found, = card.read().cards
    crop = cropped(np.asarray(card.picture), found.answers[1].polygon)
    high, wide = crop.shape[:2]
    assert wide > 5 * high
    assert np.argmin([part.mean() for part in np.array_split(crop, 5, axis=1)]) == 2
    assert as_jpeg(crop)[:2] == b"\xff\xd8"
