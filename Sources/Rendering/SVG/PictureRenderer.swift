internal import Algebra
internal import PlainText
internal import Transcript

/// Draws pictures as SVG that is put into a page: curves, heat maps and networks.
///
/// What it returns is one `svg` element, in which everything is escaped. It holds no id, no style and no script; its looks come
/// from the classes in `rules`. The numbers in it stand in the order in which the text has them. The same picture gives the
/// same SVG every time.
struct PictureRenderer {
  /// How formulas are written.
  private let area: TextArea

  /// A renderer that writes formulas in that notation.
  init(notation: Notation) {
    area = TextArea(width: Self.manyColumns, alphabet: .unicode, notation: notation)
  }

  /// More than any text has: no line is broken.
  private static let manyColumns = 100_000

  /// The picture of a plot; `nil` where nothing can be drawn, because an axis has no length.
  func svg(of picture: Plot.Picture) -> String? {
    switch picture {
    case .curves(let curves, let horizontal, let vertical): svg(of: curves, horizontal, vertical)
    case .heatMap(let map): svg(of: map)
    }
  }

  // MARK: Words

  /// Words and formulas in one line.
  func words(_ phrases: [Phrase]) -> String { area.fragments(of: phrases).joined() }

  /// A formula in one line.
  func words(_ formula: Formula) -> String { area.text(formula) }

  /// The digits of a number.
  func words(_ number: Number) -> String { area.text(number) }

  /// The order in which a page of text has what is written in the drawing of a network; `nil` where it has no drawing.
  func writings(of network: Network) -> [NetworkDrawing.Writing]? {
    TextArea(width: Self.columnsOfPage, alphabet: .unicode, notation: area.notation)
      .drawing(of: network)?.writings
  }

  /// The columns of working on a page of text of 80 columns.
  private static let columnsOfPage = 80 - TextArea.workingIndentation

  /// What stands under each other at a neuron, from its name on.
  func texts(of node: Network.Node) -> [String] { [words(node.name)] + area.texts(of: node).dropFirst() }

  /// What stands on a line of a network, or beside a neuron.
  func words(_ weight: Network.Weight) -> String {
    guard let number = weight.number else { return words(weight.formula) }
    return "\(words(weight.formula)) = \(words(number))"
  }

  // MARK: The element

  /// A picture of that size around what has been drawn; `label` is its accessible name.
  func element(_ drawn: SVGWriter, class name: String, width: Double, height: Double, label: String) -> String
  {
    var writer = SVGWriter()
    writer.open(
      "svg",
      [
        "class": "picture \(name)", "role": "img", "aria-label": label, "direction": "ltr",
        "viewBox": "0 0 \(width.place) \(height.place)", "width": width.place, "height": height.place,
      ])
    writer.add(drawn)
    writer.close("svg")
    return writer.text
  }
}

/// How large letters are in a picture, in its units.
enum LetterSize {
  /// The height of a line.
  static let line = 16.0
  /// From the middle of a line down to that on which its letters stand.
  static let drop = 4.3

  /// About the room that a text takes; a little more than that in most typefaces.
  static func width(of text: String) -> Double { 7 * Double(displayWidth(text)) }

  /// The columns that fit into so much room.
  static func columns(in width: Double) -> Int { Swift.max(8, Int(width / 7)) }
}
