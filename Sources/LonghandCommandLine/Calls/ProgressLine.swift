/// A line that says how far a long training is, for who waits at a terminal; it is gone when the training is.
final class ProgressLine {
  private let draw: (String) -> Void
  private var begin: ContinuousClock.Instant?
  private var lastShown: ContinuousClock.Instant?

  /// A line that `draw` puts in the place of the last one; an empty one takes it back.
  init(draw: @escaping (String) -> Void) { self.draw = draw }

  /// A line on `output`, which is a terminal.
  convenience init(on output: Output) {
    self.init { try? output.print("\r\($0)\u{1B}[K") }
  }

  /// A training has come to an epoch.
  func show(epoch: Int, of epochs: Int) { show("training: epoch \(epoch) of \(epochs)", isFirst: epoch == 1) }

  /// Of several things, such as lessons, so many are done.
  func show(done: Int, of count: Int, _ noun: String) {
    show("\(done) of \(count) \(noun) done", isFirst: begin == nil)
  }

  /// The line appears after a second and changes ten times in each.
  private func show(_ text: String, isFirst: Bool) {
    let now = ContinuousClock.now
    if isFirst { begin = now }
    guard let begin, now - begin > .seconds(1) else { return }
    if let lastShown, now - lastShown < .milliseconds(100) { return }
    lastShown = now
    draw(text)
  }

  /// Takes the line back.
  func clear() {
    if lastShown != nil { draw("") }
    lastShown = nil
  }
}
