using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What reading a text came to: a value, or everything that is wrong with it.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed record VersionReading<T>
    where T : class
{
    internal VersionReading(T? value, ValueList<VersionFault> faults) => (Value, Faults) = (value, faults);

    /// <summary>The value; null when there are faults.</summary>
    public T? Value { get; }

    /// <summary>Everything that is wrong; empty when there is a value.</summary>
    public ValueList<VersionFault> Faults { get; }

    /// <summary>The value, where there has to be one.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="VersionException">There are faults; it lists all of them.</exception>
    public T GetValueOrThrow() => Value ?? throw new VersionException(Faults);
}
