internal import Algebra
internal import Transcript

extension TextArea {
  /// A plot: what it shows in words, then the picture.
  ///
  /// The picture is ASCII in both alphabets, because no other characters have the same width in every font.
  func lines(of plot: Plot) -> [TextLine] {
    let sentences = plot.sentences.flatMap { runningText(of: $0) }
    guard let picture = plot.picture else { return sentences }
    return sentences + (sentences.isEmpty ? [] : [TextLine()]) + lines(of: picture)
  }

  /// The picture alone.
  func lines(of picture: Plot.Picture) -> [TextLine] {
    switch picture {
    case .curves(let curves, let horizontal, let vertical):
      lines(of: curves, in: PlotFrame(horizontal: horizontal, vertical: vertical))
    case .heatMap(let map): lines(of: map)
    }
  }

  /// Words and formulas as running text.
  func runningText(of phrases: [Phrase]) -> [TextLine] {
    // An equation such as x = 1 is read in one go.
    let pieces = fragments(of: phrases).reduce(into: [String]()) { pieces, piece in
      if piece.hasPrefix(" = "), !pieces.isEmpty {
        pieces[pieces.count - 1] += piece
      } else {
        pieces.append(piece)
      }
    }
    return filled(pieces, width: width, keepsParentheses: false).map { TextLine($0) }
  }

  /// What the marks of a picture stand for, side by side.
  func legend(_ items: [PlotLegendItem]) -> [TextLine] {
    let pieces = items.enumerated().map { index, item in
      "\(index == 0 ? "" : .spaces(3))\(item.mark) \(fragments(of: item.meaning).joined())"
    }
    return pieces.isEmpty ? [] : filled(pieces, width: width).map { TextLine($0) }
  }

  /// Why there are words only.
  func withoutPicture(because reason: String) -> [TextLine] {
    runningText(of: [.words("No picture: \(reason).")])
  }
}

/// A mark of a picture, and what it stands for.
struct PlotLegendItem {
  /// The character.
  let mark: Character
  /// What it stands for.
  let meaning: [Phrase]

  /// The character where marks of several kinds would stand.
  static let several: Character = "&"
}
