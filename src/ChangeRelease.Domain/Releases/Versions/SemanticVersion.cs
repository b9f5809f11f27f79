using System.Globalization;
using System.Numerics;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>A version by Semantic Versioning 2.0.0 (semver.org), for example <c>2.4.0-rc.1+build.7</c>.</summary>
/// <remarks>
/// Numbers may have any length that the text allows; nothing overflows. A version is written exactly as it was read.
/// <para>
/// <see cref="Build"/> counts for equality and not for precedence: <c>1.0.0+a</c> and <c>1.0.0+b</c> are two versions, and neither comes before the other.
/// <see cref="CompareTo"/> orders by precedence, and then by build as text, so that sorting loses and shuffles nothing.
/// </para>
/// </remarks>
public sealed record SemanticVersion : IComparable<SemanticVersion>
{
    /// <summary>The longest text that is a version, in characters.</summary>
    public const int Longest = 256;

    private readonly string _text;

    private SemanticVersion(string text)
    {
        var (core, prerelease, build) = VersionReader.Parts(text);
        var numbers = core.Split('.').Select(number => BigInteger.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        (_text, Major, Minor, Patch) = (text, numbers[0], numbers[1], numbers[2]);
        (Prerelease, Build) = (prerelease?.Split('.').ToValueList() ?? [], build?.Split('.').ToValueList() ?? []);
    }

    /// <summary>Orders by precedence alone: versions that differ in their builds only are equal to it.</summary>
    public static IComparer<SemanticVersion> Precedence { get; } = Comparer<SemanticVersion>.Create(VersionPrecedence.Compare);

    /// <summary>Rises when what was promised before is broken.</summary>
    public BigInteger Major { get; }

    /// <summary>Rises when something is added.</summary>
    public BigInteger Minor { get; }

    /// <summary>Rises when something is mended.</summary>
    public BigInteger Patch { get; }

    /// <summary>The identifiers after the hyphen; empty for a version that is no prerelease.</summary>
    public ValueList<string> Prerelease { get; }

    /// <summary>The identifiers after the plus sign; often none. They do not count for precedence.</summary>
    public ValueList<string> Build { get; }

    /// <summary>Whether it comes before the version with these numbers.</summary>
    public bool IsPrerelease => Prerelease.Count > 0;

    /// <summary>Whether it is of initial development, major 0, in which nothing is promised yet.</summary>
    public bool IsInitial => Major.IsZero;

    /// <summary>The same numbers without prerelease and build.</summary>
    public SemanticVersion Final => Make(Core);

    private string Core => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    /// <summary>Reads a version; nothing before it, behind it or in it is forgiven, a leading <c>v</c> neither.</summary>
    /// <param name="text">For example <c>2.4.0-rc.1+build.7</c>.</param>
    /// <returns>The version, or all of its faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static VersionReading<SemanticVersion> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var faults = VersionReader.FaultsOf(text);
        return new VersionReading<SemanticVersion>(faults.Count == 0 ? new SemanticVersion(text) : null, faults);
    }

    /// <summary>Reads what has to be a version.</summary>
    /// <param name="text">For example <c>2.4.0</c>.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="VersionException"><paramref name="text"/> is no version; it lists every fault.</exception>
    public static SemanticVersion Parse(string text) => Read(text).GetValueOrThrow();

    /// <summary>A version of three numbers.</summary>
    /// <param name="major">Zero or more.</param>
    /// <param name="minor">Zero or more.</param>
    /// <param name="patch">Zero or more.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than zero.</exception>
    public static SemanticVersion Of(int major, int minor, int patch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(major);
        ArgumentOutOfRangeException.ThrowIfNegative(minor);
        ArgumentOutOfRangeException.ThrowIfNegative(patch);
        return Make(major, minor, patch);
    }

    /// <summary>The same numbers as a prerelease, without build.</summary>
    /// <param name="identifiers">What stands after the hyphen, for example <c>rc.1</c>.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="identifiers"/> is null.</exception>
    /// <exception cref="VersionException">The identifiers are none, or the text becomes longer than <see cref="Longest"/>.</exception>
    public SemanticVersion WithPrerelease(string identifiers) => VersionReader.FaultsOfPrerelease(identifiers) is { Count: > 0 } faults
        ? throw new VersionException(faults)
        : Make($"{Core}-{identifiers}");

    /// <summary>The same version of another build.</summary>
    /// <param name="identifiers">What stands after the plus sign, for example <c>build.7</c>.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="identifiers"/> is null.</exception>
    /// <exception cref="VersionException">The identifiers are none, or the text becomes longer than <see cref="Longest"/>.</exception>
    public SemanticVersion WithBuild(string identifiers)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        return Make($"{_text.Split('+')[0]}+{identifiers}");
    }

    /// <summary>The lowest version after this one that is no prerelease and whose minor and patch are zero.</summary>
    /// <returns>For example <c>2.0.0</c> after <c>1.4.2</c>, and after <c>2.0.0-rc.1</c>, too.</returns>
    /// <exception cref="VersionException">The text would be longer than <see cref="Longest"/>.</exception>
    public SemanticVersion NextMajor() => Make(Major + (IsPrerelease && Minor.IsZero && Patch.IsZero ? 0 : 1), 0, 0);

    /// <summary>The lowest version after this one that is no prerelease and whose patch is zero.</summary>
    /// <returns>For example <c>1.5.0</c> after <c>1.4.2</c>, and after <c>1.5.0-rc.1</c>, too.</returns>
    /// <exception cref="VersionException">The text would be longer than <see cref="Longest"/>.</exception>
    public SemanticVersion NextMinor() => Make(Major, Minor + (IsPrerelease && Patch.IsZero ? 0 : 1), 0);

    /// <summary>The lowest version after this one that is no prerelease.</summary>
    /// <returns>For example <c>1.4.3</c> after <c>1.4.2</c>, and after <c>1.4.3-rc.1</c>, too.</returns>
    /// <exception cref="VersionException">The text would be longer than <see cref="Longest"/>.</exception>
    public SemanticVersion NextPatch() => Make(Major, Minor, Patch + (IsPrerelease ? 0 : 1));

    /// <summary>The next prerelease of the same numbers: its last number raised by one, or a <c>1</c> put behind a word.</summary>
    /// <returns>For example <c>1.4.0-rc.2</c> after <c>1.4.0-rc.1</c>, and <c>1.4.0-beta.1</c> after <c>1.4.0-beta</c>.</returns>
    /// <exception cref="InvalidOperationException">This is no prerelease; <see cref="WithPrerelease"/> begins one of the next version.</exception>
    /// <exception cref="VersionException">The text would be longer than <see cref="Longest"/>.</exception>
    public SemanticVersion NextPrerelease() => !IsPrerelease ? throw new InvalidOperationException($"{_text} is no prerelease.")
        : VersionPrecedence.IsNumber(Prerelease[^1]) ? WithPrerelease(string.Join('.', [.. Prerelease.SkipLast(1), Raised(Prerelease[^1])]))
        : WithPrerelease($"{string.Join('.', Prerelease)}.1");

    /// <summary>Whether it comes after another by precedence.</summary>
    /// <param name="other">The other version.</param>
    /// <returns>True when it does; false also when they differ in their builds only.</returns>
    public bool IsNewerThan(SemanticVersion other) => Precedence.Compare(this, Checked(other)) > 0;

    /// <summary>Whether it comes before another by precedence.</summary>
    /// <param name="other">The other version.</param>
    /// <returns>True when it does; false also when they differ in their builds only.</returns>
    public bool IsOlderThan(SemanticVersion other) => Precedence.Compare(this, Checked(other)) < 0;

    /// <summary>What kind of step leads to another version.</summary>
    /// <param name="other">The version to go to.</param>
    /// <returns>The step; what leads back is a <see cref="VersionStep.Downgrade"/>, however far.</returns>
    public VersionStep StepTo(SemanticVersion other) => Precedence.Compare(Checked(other), this) switch
    {
        < 0 => VersionStep.Downgrade,
        0 => VersionStep.None,
        _ when other.Major != Major => VersionStep.Major,
        _ when other.Minor != Minor => VersionStep.Minor,
        _ when other.Patch != Patch => VersionStep.Patch,
        _ => VersionStep.Prerelease,
    };

    /// <summary>Orders by precedence, and versions of one precedence by build as text.</summary>
    /// <param name="other">The version to compare with; null sorts first.</param>
    /// <returns>A negative number, zero for the same version, or a positive number.</returns>
    public int CompareTo(SemanticVersion? other) => other is null ? 1
        : VersionPrecedence.Compare(this, other) is var order and not 0 ? order
        : string.CompareOrdinal(_text, other._text);

    /// <summary>Whether both are written the same, builds included.</summary>
    /// <param name="other">The other version.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(SemanticVersion? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>The version exactly as it was read.</summary>
    /// <returns>For example <c>2.4.0-rc.1+build.7</c>.</returns>
    public override string ToString() => _text;

    private static SemanticVersion Make(BigInteger major, BigInteger minor, BigInteger patch) =>
        Make(string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}.{patch}"));

    private static SemanticVersion Make(string text) => Parse(text);

    private static string Raised(string number) => (BigInteger.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    private static SemanticVersion Checked(SemanticVersion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other;
    }
}
