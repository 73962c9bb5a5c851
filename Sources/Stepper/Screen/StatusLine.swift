import LessonRuntime
import PlainText
import Rendering
import Terminal

// The last line of the window: where the reader is, and the keys.

extension ScreenReader {
  /// A piece of the line: where there is no room for all pieces, the most needed stay.
  private struct Piece {
    let text: String
    /// How much it is needed: the least number is the most.
    let rank: Int
  }

  /// How far the reader has come, what is changed, and which keys matter now.
  var statusLine: String {
    let width = size.columns
    let place = reader.whereabouts
    var pieces = [Piece(text: place.part, rank: 0)]
    if let section = place.section {
      let name = shortened(section.name.harmlessLine, toWidth: Self.widestSection)
        .replacing("…", with: style.alphabet == .ascii ? ">" : "…")
      pieces.append(Piece(text: name + (section.part.map { " " + $0 } ?? ""), rank: 6))
    }
    pieces.append(Piece(text: "\(place.percent) %", rank: 5))
    if let changedNumbers { pieces.append(Piece(text: changedNumbers + " changed", rank: 2)) }
    // The line above belongs to what is typed, and what is said to that is needed more than the place.
    let said = prompt == nil ? nil : message.map(style.alphabet.ownWords)
    if let said {
      pieces.append(Piece(text: said, rank: -1))
    } else {
      for (index, hint) in keyHints.enumerated() {
        pieces.append(Piece(text: hint, rank: [1, 3, 4].dropFirst(index).first ?? index + 7))
      }
    }
    let text = Self.line(of: pieces, width: width) ?? shortened(said ?? place.part, toWidth: width)
    let padding = String(repeating: " ", count: max(0, width - displayWidth(text)))
    return style.isInked ? style.inverse(text + padding) : text
  }

  private static let widestSection = 24

  /// As many pieces as there is room for, the most needed first, in their order; `nil` where there is no room for one.
  private static func line(of pieces: [Piece], width: Int) -> String? {
    let ranks = pieces.map(\.rank).sorted()
    let lines = ranks.reversed().lazy.map { last in
      pieces.filter { $0.rank <= last }.map(\.text).joined(separator: "  ")
    }
    return lines.first { displayWidth($0) <= width }
  }

  /// The numbers that are not the lesson's own, for a glance; `nil` where all are.
  private var changedNumbers: String? {
    let names = reader.changes.map(\.name)
    switch names.count {
    case 0: return nil
    case 1...2: return names.joined(separator: ", ")
    default: return "\(names.count) numbers"
    }
  }

  /// The keys that matter now, the most needed first.
  private var keyHints: [String] {
    if prompt != nil { return ["Enter done", "Esc leave", "Tab complete", "PgUp look up"] }
    let question = reader.openQuestion
    if hasMore { return ["Enter more", question == nil ? "q quit" : "Ctrl-D quit", "? keys"] }
    if question != nil {
      let next = reader.waitingQuestion == nil ? ["Enter next"] : []
      return next + ["? keys", "Ctrl-D quit", "Left back", ":why", ":go to", ":search"]
    }
    let summary = reader.hasSummary ? ["o numbers"] : []
    return ["Enter next"] + summary + [
      "? keys", "q quit", "b back", "w why", reader.exercise == nil ? ": what if" : ": reckon", ". rest",
      "] section", "/ search",
    ]
  }
}
