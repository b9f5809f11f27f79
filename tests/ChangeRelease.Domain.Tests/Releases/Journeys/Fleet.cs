using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Releases.Journeys;

/// <summary>What sails around a release: another one that it goes live after, whose ledger it needs, and what runs where it goes.</summary>
internal sealed record Fleet(Release Release)
{
    public static readonly ReleaseId First = new("REL-0");
    public static readonly ServiceId Payments = new("payments");
    public static readonly ServiceId Books = new("ledger");
    public static readonly ActorId Dana = new("dana");

    public ValueList<DependentRelease> Others { get; init; } = [new(First, [Of(Books, "1.4.0")], [])];

    public ValueList<ReleaseId> After { get; init; } = [First];

    public ValueList<ReleaseId> Released { get; init; } = [First];

    public string? Ledger { get; init; } = "1.4.0";

    public string Serving { get; init; } = "2.3.9";

    public SemanticVersion? Brings { get; init; } = Release.Content.Version;

    public ValueList<EnvironmentId> Environments { get; init; } = Release.Content.Environments;

    public ValueList<string> Allowing { get; init; } = [];

    public ActorId AllowedBy { get; init; } = Dana;

    public KnownDependencies Known => new("fleet 7", Graph, Environments.Distinct().Select(environment => new LiveVersions(environment, Running(environment), Released)).ToValueList())
    {
        Downgrades = Allowing.Contains("downgrade") ? [new DowngradePass(Payments, SemanticVersion.Parse(Serving), Brings!, AllowedBy, "it loses orders")] : [],
        Skews = Allowing.Contains("skew") ? [new SkewPass(new ServiceVersion(Payments, Brings!), Of(Payments, Serving), AllowedBy, "for the weekend")] : [],
    };

    private ReleaseDependencies Graph => ReleaseDependencies.Of(
        [new DependentRelease(Release.Id, Brings is null ? [] : Release.Content.Services.Distinct().Select(service => new ServiceVersion(service, Brings)).ToValueList(), After), .. Others],
        [new VersionNeed(Payments, VersionRange.Parse(">=2.4.0"), Books, VersionRange.Parse("^1.4.0"))],
        [new SkewLimit(Payments, Payments, 1)]);

    public static KnownDependencies Around(Release? release) => release is null ? KnownDependencies.None : new Fleet(release).Known;

    /// <summary>Anything that may be the case out there, and nobody knowing, too.</summary>
    public static KnownDependencies? Adrift(Random dice, Release release) => dice.Next(12) == 0 || release.Content.Version is null ? null : (new Fleet(release) with
    {
        Others = dice.Next(8) switch { 0 => [], 1 => [new(First, [Of(Books, "1.4.0")], [release.Id])], _ => [new(First, [Of(Books, "1.4.0")], [])] },
        After = dice.Next(6) == 0 ? [] : [First],
        Released = dice.Next(4) == 0 ? [] : [First],
        Ledger = Pick(dice, null, "1.3.0", "1.4.0", "1.4.0", "1.4.0", "1.9.0", "2.0.0-rc.1"),
        Serving = Pick(dice, "2.3.9", "2.3.9", "2.5.0", "2.2.0", "1.9.0")!,
        Brings = dice.Next(12) == 0 ? SemanticVersion.Parse("2.4.9") : release.Content.Version,
        Environments = dice.Next(12) == 0 ? [] : release.Content.Environments,
        Allowing = dice.Next(3) switch { 0 => ["downgrade", "skew"], _ => [] },
        AllowedBy = dice.Next(2) == 0 ? Dana : Crew.Olga.Id,
    }).Known;

    public static ServiceVersion Of(ServiceId service, string version) => new(service, SemanticVersion.Parse(version));

    private static string? Pick(Random dice, params string?[] choices) => choices[dice.Next(choices.Length)];

    private ValueList<ServiceVersion> Running(EnvironmentId environment) =>
    [
        .. Release.ExposureOf(environment) == Share.All ? [] : (ServiceVersion[])[Of(Payments, Serving)],
        .. Release.ExposureOf(environment) == Share.None || Release.Content.Version is not { } own ? [] : (ServiceVersion[])[new(Payments, own)],
        .. Ledger is null ? [] : (ServiceVersion[])[Of(Books, Ledger)],
    ];
}
