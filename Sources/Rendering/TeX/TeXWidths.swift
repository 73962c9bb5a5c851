/// How wide characters are in Latin Modern, which has the widths of Computer Modern.
enum TeXWidths {
  /// The width in em of a text in italic or upright letters, whichever is wider; what is no ASCII counts as a wide letter.
  static func width(of text: String) -> Double {
    text.utf8.reduce(0) { $0 + ($1 < 0x80 ? ascii[Int($1)] : 0) }
      + (text.utf8.allSatisfy { $0 < 0x80 } ? 0 : Double(text.count { !$0.isASCII }) * other)
  }

  /// A letter of any other kind.
  static let other = 0.85
  /// The columns of a typewriter's letter.
  static let typewriter = 0.525

  private static let ascii: [Double] = {
    var widths = Array(repeating: 0.56, count: 128)
    for (letters, width) in [
      ("ijl.,:;!'", 0.31), ("ft()[]|/", 0.41), ("rs-`", 0.43), ("abcdeghknopquvxyzIJ0123456789 ", 0.54),
      ("w{}", 0.73), ("m", 0.84), ("FLPESTZ", 0.73), ("ABCDGHKNOQRUVXY&%#@+=<>", 0.79), ("MW", 1.03),
    ] as [(String, Double)] {
      for byte in letters.utf8 { widths[Int(byte)] = width }
    }
    return widths
  }()
}
