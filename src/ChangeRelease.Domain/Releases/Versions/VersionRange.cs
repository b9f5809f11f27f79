using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Which versions will do, as bounds that all have to hold: <c>&gt;=1.2.0 &lt;2.0.0</c>, <c>=1.2.3</c>, <c>^1.4.0</c>, or <c>*</c> for any.</summary>
/// <remarks>
/// Bounds go by precedence, so builds do not count. A prerelease is a version like others, with one exception: what is below <c>2.0.0</c> is below its
/// prereleases, too, since those bring already what <c>2.0.0</c> breaks.
/// </remarks>
public sealed record VersionRange
{
    /// <summary>The longest text of a range, in characters.</summary>
    public const int Longest = 4_096;

    private readonly ValueList<VersionBound> _bounds;
    private readonly string _text;

    private VersionRange(ValueList<VersionBound> bounds) => (_bounds, _text) = (bounds, bounds.Count == 0 ? "*" : string.Join(' ', bounds));

    /// <summary>Every version.</summary>
    public static VersionRange Any { get; } = new([]);

    /// <summary>Whether no version will do, because the bounds contradict each other.</summary>
    public bool IsEmpty => _bounds.Count > 0 && !Contains(_bounds.Select(bound => bound.Lowest).Max(SemanticVersion.Precedence)!);

    /// <summary>A version, and all after it.</summary>
    /// <param name="version">The first version that will do.</param>
    /// <returns>The range.</returns>
    public static VersionRange AtLeast(SemanticVersion version) => Of(VersionBoundKind.AtLeast, version);

    /// <summary>All versions before one, and before its prereleases unless it is one itself.</summary>
    /// <param name="version">The first version that will not do.</param>
    /// <returns>The range.</returns>
    public static VersionRange Below(SemanticVersion version) => Of(VersionBoundKind.Below, version);

    /// <summary>One version, of whatever build.</summary>
    /// <param name="version">The version.</param>
    /// <returns>The range.</returns>
    public static VersionRange Exactly(SemanticVersion version) => Of(VersionBoundKind.Exactly, version);

    /// <summary>A version, and all after it that break nothing it promised: the same major; under major 0 the same minor; under 0.0 the same patch.</summary>
    /// <param name="version">The first version that will do.</param>
    /// <returns>The range.</returns>
    public static VersionRange Compatible(SemanticVersion version) => Of(VersionBoundKind.Compatible, version);

    /// <summary>Reads a range: bounds separated by single blanks, each <c>&gt;=</c>, <c>&lt;</c>, <c>=</c> or <c>^</c> and a version; or <c>*</c>.</summary>
    /// <param name="text">For example <c>&gt;=1.2.0 &lt;2.0.0</c>.</param>
    /// <returns>The range, or all of its faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static VersionReading<VersionRange> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > Longest ? Refused(TooLong)
            : text == "*" ? new VersionReading<VersionRange>(Any, [])
            : Read(text.Split(' ').Select(VersionBound.Read).ToList());
    }

    /// <summary>Reads what has to be a range.</summary>
    /// <param name="text">For example <c>^1.4.0</c>.</param>
    /// <returns>The range.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="VersionException"><paramref name="text"/> is no range; it lists every fault.</exception>
    public static VersionRange Parse(string text) => Read(text).GetValueOrThrow();

    /// <summary>What lies in both ranges.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>The range; it may be empty.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="VersionException">The text becomes longer than <see cref="Longest"/>.</exception>
    public VersionRange And(VersionRange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var both = new VersionRange(_bounds.Concat(other._bounds).Distinct().ToValueList());
        return both._text.Length > Longest ? throw new VersionException([TooLong]) : both;
    }

    /// <summary>Whether a version will do.</summary>
    /// <param name="version">The version.</param>
    /// <returns>True when it lies within every bound.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="version"/> is null.</exception>
    public bool Contains(SemanticVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return _bounds.All(bound => bound.Holds(version));
    }

    /// <summary>Whether both are written the same.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(VersionRange? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>The range as it is read.</summary>
    /// <returns>For example <c>&gt;=1.2.0 &lt;2.0.0</c>.</returns>
    public override string ToString() => _text;

    private static VersionFault TooLong => new("release.version.too-long", "range", FormattableString.Invariant($"The text is longer than {Longest} characters."));

    private static VersionRange Of(VersionBoundKind kind, SemanticVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new VersionRange([new VersionBound(kind, version)]);
    }

    private static VersionReading<VersionRange> Read(List<VersionReading<VersionBound>> bounds)
    {
        var faults = bounds.SelectMany((bound, at) => bound.Faults.Select(fault => new VersionFault(fault.Code, FormattableString.Invariant($"bound {at + 1}, {fault.Part}"), fault.Message))).ToValueList();
        return faults.Count > 0
            ? new VersionReading<VersionRange>(null, faults)
            : new VersionReading<VersionRange>(new VersionRange(bounds.Select(bound => bound.Value!).ToValueList()), []);
    }

    private static VersionReading<VersionRange> Refused(VersionFault fault) => new(null, [fault]);
}
