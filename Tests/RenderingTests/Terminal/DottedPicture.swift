import Rendering
import Testing
import Transcript

/// A picture in dots, read back from its text alone.
struct DottedPicture {
  /// The same with the axes of plain pictures, by which places are found.
  let picture: PrintedPicture
  /// How many dots there are across and up.
  let width, height: Int

  /// Dots are counted from the top, column by column, and the lowest two come last (the Unicode Standard, chapter 21.1).
  private static let bits = [
    0x01: (0, 3), 0x02: (0, 2), 0x04: (0, 1), 0x08: (1, 3), 0x10: (1, 2), 0x20: (1, 1), 0x40: (0, 0),
    0x80: (1, 0),
  ]

  /// Reads the one picture in a text without ink; `nil` if there is none.
  init?(_ text: String) {
    let signs: [Character: Character] = ["│": "|", "┤": "|", "└": "-", "─": "-", "┬": "+"]
    guard let picture = PrintedPicture(String(text.map { signs[$0] ?? $0 })) else { return nil }
    self.picture = picture
    (width, height) = (2 * picture.columns, 4 * picture.rows.count)
  }

  /// The dots that are set, from the left and from the bottom.
  var dots: [(x: Int, y: Int)] {
    picture.marks.flatMap { column, row, mark -> [(x: Int, y: Int)] in
      guard let scalar = mark.unicodeScalars.first, (0x2800...0x28FF).contains(scalar.value) else {
        return []
      }
      return Self.bits.filter { (Int(scalar.value) - 0x2800) & $0.key != 0 }.map {
        (2 * column + $0.value.0, 4 * row + $0.value.1)
      }
    }
  }

  /// The characters that are no dots.
  var marks: [(column: Int, row: Int, mark: Character)] {
    picture.marks.filter { $0.mark.isASCII }
  }

  /// Where a point lies among the dots, as numbers that need not be whole.
  func place(_ x: Double, _ y: Double, isLogarithmic: Bool) -> (x: Double, y: Double) {
    (
      2 * picture.column(of: x) + 0.5,
      4 * picture.row(of: y, isLogarithmic: isLogarithmic) + 1.5
    )
  }
}
