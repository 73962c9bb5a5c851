// A bookmark, and the way back from jumps.

extension Reader {
  /// The most jumps from which there is a way back.
  private static let maxJumps = 100

  /// Sets the bookmark at what is shown last.
  mutating func setBookmark() {
    guard position.part >= 0 else { return }
    bookmark = page.place(at: position)
    notes = [
      .sentence("The bookmark is at step \(step + 1) now. `\(Action.toBookmark.typedWord)` goes there.")
    ]
  }

  /// Goes to the bookmark.
  mutating func goToBookmark() {
    notes = []
    guard let bookmark else {
      notes = [.sentence("There is no bookmark. `\(Action.bookmark.typedWord)` sets one.")]
      return
    }
    guard let there = page.position(of: bookmark) else {
      notes = [.sentence("The lesson stops before the bookmark.")]
      return
    }
    if there == position { notes = [.sentence("The bookmark is here.")] }
    position = there
  }

  /// Goes back to where the last jump began from which there is a way back.
  mutating func jumpBack() {
    notes = []
    while let place = jumps.popLast() {
      guard let there = page.position(of: place), there != position else { continue }
      position = there
      return
    }
    notes = [.sentence("There is no jump to go back from.")]
  }

  /// Takes note of where a jump began.
  mutating func noteJump(from position: ReadingPosition) {
    guard position.part >= 0 else { return }
    jumps.append(page.place(at: position))
    jumps.removeFirst(max(0, jumps.count - Self.maxJumps))
  }
}
