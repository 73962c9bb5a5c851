/// A piece of TeX, and about how wide it becomes.
struct TeXText: Hashable, Sendable {
  /// The source.
  var text: String
  /// The width in em, estimated, rather too wide than too narrow.
  var width: Double

  /// A piece of TeX of an estimated width.
  init(_ text: String = "", width: Double = 0) {
    self.text = text
    self.width = width
  }

  /// Both, one behind the other.
  static func + (one: TeXText, other: TeXText) -> TeXText {
    TeXText(one.text + other.text, width: one.width + other.width)
  }

  /// Puts the other behind it.
  static func += (one: inout TeXText, other: TeXText) {
    one.text += other.text
    one.width += other.width
  }
}

extension [TeXText] {
  /// All of them, one behind the other.
  var joined: TeXText { reduce(into: TeXText()) { $0 += $1 } }
}
