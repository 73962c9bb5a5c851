import Foundation
import Testing

@testable import Autograd

@Suite("A long column")
struct LongColumnTests {
  /// As many elements as fill 4 MiB, from where on a column has addresses of its own.
  private static let manyElements = 1 << 19

  @Test("does not move, and keeps its elements", arguments: 0..<4)
  func growth(stagger: Int) {
    var column = Column<Double>(stagger: stagger)
    column.grow(to: 1000)
    for index in 0..<1000 { column[index] = Double(index) }
    column.grow(to: Self.manyElements)
    let base = column.base
    for count in [Self.manyElements + 1, 3 * Self.manyElements, 10 * Self.manyElements] {
      column.grow(to: count)
      #expect(column.base == base && column.capacity == count)
      column[count - 1] = Double(count)
    }
    #expect((0..<1000).allSatisfy { column[$0] == Double($0) })
    #expect(column[3 * Self.manyElements - 1] == Double(3 * Self.manyElements))
    // What has not been set is 0, and the elements are where they should be.
    #expect(column[2 * Self.manyElements] == 0)
    #expect(UInt(bitPattern: base) % 64 == 0)
    column.free()
    column.free()
    #expect(column.capacity == 0)
  }

  @Test("is apart from others, so that none is given twice")
  func apart() {
    var columns = (0..<8).map { Column<Double>(stagger: $0 % 4) }
    for index in columns.indices {
      columns[index] = Column(repeating: Double(index), count: Self.manyElements, stagger: index % 4)
    }
    for index in columns.indices {
      #expect((0..<Self.manyElements).allSatisfy { columns[index][$0] == Double(index) })
      columns[index].free()
    }
  }

  #if canImport(Glibc)
    @Test("is there under a limit of addresses too")
    func limit() async {
      await #expect(processExitsWith: .success) {
        // Far fewer than are set aside for one column, and more than enough for what is recorded.
        var limit = rlimit(rlim_cur: 8 << 30, rlim_max: 8 << 30)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        #expect(reservedAddresses(1 << 34) == nil)
        let tape = Tape()
        let x = tape.variable(1)
        var sum = x
        for _ in 0..<1_000_000 { sum = sum + x }
        let derivative = tape.derivatives(of: sum)[x]
        let adjoints = Adjoints()
        tape.sweep(from: sum.node, into: adjoints)
        guard sum.value == 1_000_001, derivative == 1_000_001, adjoints[x] == derivative else { exit(1) }
        exit(0)
      }
    }
  #endif
}
