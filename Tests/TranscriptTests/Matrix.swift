/// A matrix of which the next row is to be read.
struct Matrix {
  /// Whose elements its numbers are: `S`, or `∂L/∂W`.
  private let family: String
  /// The lowest of each index.
  private let lowest: (row: Int, column: Int)
  private var row = 0

  /// How its first row begins: `S = [ `, or `T[0...2, 0...1] = [ `.
  static let head = /([^=]+) = \[ +/
  private static let spans = /(.+)\[(-?\d+)\.\.\.-?\d+, (-?\d+)\.\.\.-?\d+\]/

  /// The matrix that `head` stands before.
  init(_ head: String) {
    if let parts = head.wholeMatch(of: Self.spans)?.output, let row = Int(parts.2), let column = Int(parts.3)
    {
      (family, lowest) = (String(parts.1), (row, column))
    } else {
      (family, lowest) = (head, (1, 1))
    }
  }

  /// With the next row to be read.
  var atNextRow: Matrix {
    var matrix = self
    matrix.row += 1
    return matrix
  }

  /// What the number is of that stands in a column, counted from 0.
  func element(_ column: Int) -> String { "\(family)[\(lowest.row + row),\(lowest.column + column)]" }
}
