namespace ChangeRelease.Domain.Fuzz;

/// <summary>A reader under test. What it reads it must write, and read back as the same; whatever the bytes, it must neither throw nor go on for ever.</summary>
internal interface IFuzzTarget
{
    /// <summary>The name by which it is called, which is that of its corpus.</summary>
    string Name { get; }

    /// <summary>Reads one input.</summary>
    /// <returns>Whether anything could be read of it, so that a run can say how much of it went deep.</returns>
    /// <exception cref="BrokenPromiseException">What was read was not written, or not read back as the same.</exception>
    bool Try(ReadOnlySpan<byte> input);
}
