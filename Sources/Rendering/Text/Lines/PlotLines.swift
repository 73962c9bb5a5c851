internal import Algebra
internal import Transcript

extension TextArea {
  /// A plot: what it shows in words, then the picture.
  ///
  func lines(of plot: Plot) -> [TextLine] {
    let sentences = plot.sentences.flatMap { runningText(of: $0) }
    guard let picture = plot.picture else { return sentences }
    return sentences + (sentences.isEmpty ? [] : [TextLine()]) + lines(of: picture)
  }

  /// What pictures are drawn with.
  var canvas: any PlotCanvas {
    switch (medium, alphabet) {
    case (.terminal, .unicode): DottedCanvas(hasTints: ink == .full)
    case (.terminal, .ascii), (.file, _): PlainCanvas()
    }
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
    return filled(pieces, width: proseWidth, keepsParentheses: false).map { TextLine($0) }
  }

  /// What the marks of a picture stand for, side by side.
  func legend(_ items: [PlotLegendItem]) -> [TextLine] {
    let pieces = items.enumerated().map { piece(for: $1, isFirst: $0 == 0) }
    return pieces.isEmpty ? [] : RunningText(pieces).lines(filled(pieces.map(\.text), width: width))
  }

  /// A mark and what it stands for, apart from what stands before it.
  func piece(for item: PlotLegendItem, isFirst: Bool) -> RunningText {
    RunningText([
      RunningText(isFirst ? "" : String.spaces(3)), RunningText(item.cells),
      RunningText(" " + fragments(of: item.meaning).joined()),
    ])
  }

  /// That a mark stands for several, where it does.
  func legendOfSeveral(on grid: PlotGrid) -> [PlotLegendItem] {
    let several = PlotLegendItem.several
    return grid.contains(several.character)
      ? [PlotLegendItem(cells: [several], meaning: [.words("several")])] : []
  }

  /// Why there are words only.
  func withoutPicture(because reason: String) -> [TextLine] {
    runningText(of: [.words("No picture: \(reason).")])
  }
}

/// A mark of a picture, and what it stands for.
struct PlotLegendItem {
  /// The mark.
  let cells: [PlotGrid.Cell]
  /// What it stands for.
  let meaning: [Phrase]

  /// What stands where marks of several kinds would.
  static let several = PlotGrid.Cell(character: "&")
}
