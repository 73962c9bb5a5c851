import PlainText
import Rendering
import Terminal
import Transcript
import Tutor

/// The values that are in view, beside the page or above it.
struct Panel: Equatable {
  /// Where it is.
  let place: Place
  /// Its lines, as many as it has rows or fewer.
  let lines: [String]

  /// Where a panel is.
  enum Place: Hashable {
    /// To the right of the page: so many columns, and as many rows as the page has.
    case beside(columns: Int, rows: Int)
    /// Above the page: so many rows, a ruled one below them among these, in all columns of the window.
    case above(rows: Int, columns: Int)
  }

  /// From so many columns on there is room beside a page of 80.
  static let leastColumnsBeside = 80 + gap + narrowest

  fileprivate static let narrowest = 30
  fileprivate static let widest = 44
  /// The columns between the page and what stands beside it, a ruled one among them.
  fileprivate static let gap = 3

  /// The panel of these values; of more than it has room for, those that the reader has asked for, and the last of the others.
  init(_ values: ValuesInView, at place: Place, in style: Style) {
    self.place = place
    var style = style
    switch place {
    case .beside(let columns, let rows):
      style.width = columns
      let body = Self.lines(of: values, rows: rows - 1, style) { ValuesInView.parts(of: $0) }
      lines = [style.bold("values")] + body
    case .above(let rows, let columns):
      style.width = columns
      let body = Self.lines(of: values, rows: rows - 1, style) { ValuesInView.shortParts(of: $0) }
      let sign = style.alphabet == .ascii ? "-" : "─"
      let rule = sign + sign + " values "
      lines =
        body + Array(repeating: "", count: max(0, rows - 1 - body.count))
        + [rule + String(repeating: sign, count: max(0, columns - displayWidth(rule)))]
    }
  }

  /// As many of the values as have room in so many rows, in lines; what is left out is told.
  private static func lines(
    of values: ValuesInView, rows: Int, _ style: Style, _ parts: ([ValueInView]) -> [Transcript.Part]
  ) -> [String] {
    var shown = values.others.count
    while true {
      let leftOut = values.count - values.pinned.count - shown
      var layout = PageLayout(style.renderer, title: "")
      var lines = parts(values.pinned + values.others.suffix(shown))
        .flatMap { layout.add($0).allLines }.map(\.withoutIndentation)
      if leftOut > 0 {
        lines.append(shortened(style.words("… \(leftOut) more above these"), toWidth: style.width))
      }
      if lines.count <= rows || shown == 0 { return Array(lines.prefix(max(0, rows))) }
      shown -= max(1, min(shown, lines.count - rows))
    }
  }

  /// The lines of a page, which is so wide, with the panel.
  func joined(to page: [String], width: Int, in style: Style) -> [String] {
    switch place {
    case .above: return lines + page
    case .beside:
      let sign = style.alphabet == .ascii ? "|" : "│"
      return page.enumerated().map { index, line in
        let padding = String(repeating: " ", count: max(0, width - displayWidth(line.withoutInk)))
        return line + padding + " \(sign) " + (lines.indices.contains(index) ? lines[index] : "")
      }
    }
  }
}

extension Panel.Place {
  /// The place in a window of that size; `nil` where there is none.
  init?(in size: TerminalSize) {
    if size.columns >= Panel.leastColumnsBeside {
      let columns = min(Panel.widest, size.columns - 80 - Panel.gap)
      self = .beside(columns: columns, rows: max(1, size.rows - 2))
    } else if size.rows >= 9, size.columns >= Style.narrowestPage {
      self = .above(rows: 1 + max(1, size.rows / 6), columns: size.columns)
    } else {
      return nil
    }
  }

  /// The columns that the page has fewer.
  var columnsBeside: Int { if case .beside(let columns, _) = self { columns + Panel.gap } else { 0 } }

  /// The rows that the page has fewer.
  var rowsAbove: Int { if case .above(let rows, _) = self { rows } else { 0 } }
}

extension String {
  /// A line of working without its distance from the margin, which only takes room here.
  fileprivate var withoutIndentation: String { hasPrefix("    ") ? String(dropFirst(4)) : self }

  /// The text without the sequences that switch ink on and off: `ESC [ … m`.
  fileprivate var withoutInk: String {
    guard contains("\u{1B}") else { return self }
    var text = ""
    var rest = self[...]
    while let escape = rest.firstIndex(of: "\u{1B}") {
      text += rest[..<escape]
      rest = rest[escape...].drop { $0 != "m" }.dropFirst()
    }
    return text + rest
  }
}
