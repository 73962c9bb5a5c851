import Rendering
import Terminal

// What stands to the left of the page.

extension ScreenReader {
  /// In narrower windows the working needs every column.
  private static let narrowestWithGutter = 40

  /// The columns to the left of the page: one, in which a bar stands beside what the last key has brought, so that a
  /// glance finds it without colours.
  var gutterWidth: Int {
    let isShown = !isPrinted && reader.style.medium == .terminal && size.columns >= Self.narrowestWithGutter
    return isShown ? 1 : 0
  }

  /// What stands to the left of the line of that index: a bar beside what is new, and an arrow where what was searched for is.
  func gutter(ofLine index: Int) -> String {
    guard gutterWidth > 0 else { return "" }
    guard index < content.count - listedLines.count else { return " " }
    if let text = reader.highlighted, content[index].shows(text) { return ">" }
    guard index >= firstNewLine else { return " " }
    return reader.style.alphabet == .ascii ? "|" : "▌"
  }
}
