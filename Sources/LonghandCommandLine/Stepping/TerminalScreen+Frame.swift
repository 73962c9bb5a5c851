import Stepper
import Terminal

extension TerminalScreen {
  /// Draws a frame.
  func show(_ frame: Frame) {
    show(frame.lines, cursor: frame.cursor.map { (row: $0.row, column: $0.column) })
  }
}

extension Style {
  /// The style of a display.
  init(_ display: Display) {
    self.init(width: display.width, alphabet: display.alphabet, ink: display.ink, medium: display.medium)
  }
}
