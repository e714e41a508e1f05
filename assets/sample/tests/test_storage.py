import tempfile
import unittest
from pathlib import Path

from shop.stock import Shelf
from shop.storage import load, save


class StorageTest(unittest.TestCase):
    def test_a_saved_shelf_comes_back(self):
        shelf = Shelf()
        shelf.put("tea", 2.50, 12)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "shelf.json"
            save(shelf, path)
            self.assertEqual(shelf, load(path))


if __name__ == "__main__":
    unittest.main()
