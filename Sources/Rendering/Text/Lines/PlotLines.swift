internal import Algebra
internal import Transcript

extension TextArea {
  /// Beside the words that tell what it shows, a picture that is less high is left to a window of its own.
  private static let leastRowsBelowWords = 8
  /// A picture that is less high tells too little: it is looked at in pieces.
  private static let leastRows = 5

  /// A plot: what it shows in words, then, at a beat of its own, the picture. In a window that has no room for both, the
  /// picture is as high as the window.
  func lines(of plot: Plot) -> [TextLine] {
    let words = plot.sentences.flatMap { runningText(of: $0) }
    guard let picture = plot.picture else { return words }
    let above = words.isEmpty ? [] : words + [TextLine()]
    let room = height.map { $0 - above.count }
    var drawn = lines(of: picture, upTo: room, least: Self.leastRowsBelowWords)
    if let room, drawn.count > room { drawn = lines(of: picture, upTo: height, least: Self.leastRows) }
    return above + drawn.map { $0.delayed(by: above.isEmpty ? 0 : 1) }
  }

  /// A picture in as many lines, or else with the least rows that are allowed.
  private func lines(of picture: Plot.Picture, upTo room: Int?, least: Int) -> [TextLine] {
    var maxRows = Int.max
    var drawn = lines(of: picture, maxRows: maxRows)
    guard let room else { return drawn }
    maxRows = drawn.count
    // What stands around it may have more lines or fewer for another height.
    while drawn.count > room, maxRows > least {
      maxRows = max(least, min(maxRows - 1, maxRows - (drawn.count - room)))
      drawn = lines(of: picture, maxRows: maxRows)
    }
    return drawn
  }

  /// What pictures are drawn with.
  var canvas: any PlotCanvas {
    switch (medium, alphabet) {
    case (.terminal, .unicode): DottedCanvas(hasTints: ink == .full)
    case (.terminal, .ascii), (.file, _): PlainCanvas()
    }
  }

  /// The picture alone, with so many rows between its axes at most, if what it shows is not lost with fewer.
  func lines(of picture: Plot.Picture, maxRows: Int = .max) -> [TextLine] {
    switch picture {
    case .curves(let curves, let horizontal, let vertical):
      lines(of: curves, in: PlotFrame(horizontal: horizontal, vertical: vertical), maxRows: maxRows)
    case .heatMap(let map): lines(of: map, maxRows: maxRows)
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
