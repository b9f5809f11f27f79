using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Releases;

/// <summary>An exact part of a whole in hundredths of a percent, from nothing to all of it.</summary>
public sealed record Share
{
    /// <summary>How many parts a whole has.</summary>
    public const int Whole = 10_000;

    [JsonConstructor]
    internal Share(int basisPoints)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(basisPoints);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(basisPoints, Whole);
        BasisPoints = basisPoints;
    }

    /// <summary>Nothing.</summary>
    public static Share None { get; } = new(0);

    /// <summary>All of it.</summary>
    public static Share All { get; } = new(Whole);

    /// <summary>Hundredths of a percent, from 0 to <see cref="Whole"/>.</summary>
    public int BasisPoints { get; }

    /// <summary>A share in whole percent.</summary>
    /// <param name="percent">From 0 to 100.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is out of that range.</exception>
    public static Share Percent(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return new Share(percent * (Whole / 100));
    }

    /// <summary>A share in hundredths of a percent.</summary>
    /// <param name="basisPoints">From 0 to <see cref="Whole"/>.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basisPoints"/> is out of that range.</exception>
    public static Share OfBasisPoints(int basisPoints) => new(basisPoints);

    /// <summary>The greater of two shares.</summary>
    /// <param name="left">A share.</param>
    /// <param name="right">Another.</param>
    /// <returns>The one that is not the smaller.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static Share Max(Share left, Share right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.BasisPoints >= right.BasisPoints ? left : right;
    }

    /// <summary>The share in percent, with no more digits than it needs.</summary>
    /// <returns>For example <c>5 %</c> or <c>0.25 %</c>.</returns>
    public override string ToString() => (BasisPoints / 100, BasisPoints % 100) switch
    {
        (var percent, 0) => FormattableString.Invariant($"{percent} %"),
        (var percent, var rest) when rest % 10 == 0 => FormattableString.Invariant($"{percent}.{rest / 10} %"),
        (var percent, var rest) => FormattableString.Invariant($"{percent}.{rest:00} %"),
    };
}
