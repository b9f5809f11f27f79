using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>How far versions may be apart that run beside each other: the same major, and only so many minors between them (S-53).</summary>
public sealed record SkewLimit
{
    /// <summary>Sets a limit.</summary>
    /// <param name="one">One service.</param>
    /// <param name="other">The other one; the same service where its own versions run beside each other while they are rolled out.</param>
    /// <param name="minors">The greatest difference of their minors; zero or more.</param>
    /// <exception cref="ArgumentNullException">A service is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minors"/> is less than zero.</exception>
    public SkewLimit(ServiceId one, ServiceId other, int minors)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfNegative(minors);
        (One, Other, Minors) = (one, other, minors);
    }

    /// <summary>One service.</summary>
    public ServiceId One { get; }

    /// <summary>The other one, or the same.</summary>
    public ServiceId Other { get; }

    /// <summary>The greatest difference of their minors.</summary>
    public int Minors { get; }

    /// <summary>Whether two versions may run beside each other.</summary>
    /// <param name="one">A version of the one service.</param>
    /// <param name="other">A version of the other one.</param>
    /// <returns>True when they are not too far apart.</returns>
    /// <exception cref="ArgumentNullException">A version is null.</exception>
    public bool Allows(SemanticVersion one, SemanticVersion other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var apart = one.Minor - other.Minor;
        return one.Major == other.Major && apart >= -Minors && apart <= Minors;
    }

    /// <summary>The limit in words.</summary>
    /// <returns>For example <c>minors of payments and ledger at most 2 apart</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"minors of {One} and {Other} at most {Minors} apart");
}
