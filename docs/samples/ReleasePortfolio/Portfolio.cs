using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ReleasePortfolio;

/// <summary>The problem: which version goes where, in which order, by whom, and by when.</summary>
internal sealed class Portfolio(IReadOnlyList<VersionOut> versions)
{
    private static readonly ChangeClass _risky = new("high-risk");

    /// <summary>Where the portfolio is managed: limits count its days, pictures show its clock.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>What is planned: the rest of the year, as seen on the first of April.</summary>
    public static Slot Year { get; } = new(Midnight(new LocalDate(2026, 4, 1)), Midnight(new LocalDate(2027, 1, 1)));

    public IReadOnlyList<VersionOut> Versions => versions;

    public static WorkItemId IdOf(VersionOut version, Region region) => new($"{version.Name} {region.Name}");

    /// <summary>A candidate is tried in one region; everything else goes to all of them.</summary>
    public static IEnumerable<Region> RegionsOf(VersionOut version) => version.Kind == VersionKind.Candidate ? Region.InOrder.Take(1) : Region.InOrder;

    public PlanningProblem ToProblem() => PlanningProblem.Define(
        new PlanningDraft(Year)
        {
            Grid = Duration.FromMinutes(30),
            Items = versions.SelectMany(version => RegionsOf(version).Select(region => Item(version, region))).ToValueList(),
            Resources = Region.InOrder.Select(region => new PlanningResource(region.Team, Capacity: 1) { Times = [PlanningTimes.Of(region.Hours)] }).ToValueList(),
            Precedences = versions.SelectMany(FromRegionToRegion).Concat(FromVersionToVersion()).ToValueList(),
            Limits = [new PlacementLimit("one high-risk rollout a day", Most: 1, Zone.Id) { Classes = [_risky] }],
        },
        DateTimeZoneProviders.Tzdb);

    private WorkItem Item(VersionOut version, Region region) => new(IdOf(version, region), EffortOf(version.Kind))
    {
        Times = [region.Times],
        Demands = [new Demand(region.Team) { During = WorkParts.Work | WorkParts.BackOut }],
        NotBefore = Midnight(version.OutOn.PlusDays(1)),
        Due = Midnight(version.OutOn.PlusDays(version.Kind == VersionKind.Minor ? 45 : 28)),
        Deadline = ReplacedOn(version),
        Priority = version.Kind == VersionKind.Candidate ? 1 : 10,
        Weight = version.Kind == VersionKind.Patch ? 3 : 1,
        Classes = version.Kind == VersionKind.Minor || region == Region.InOrder[^1] ? [_risky] : [],
    };

    private static Effort EffortOf(VersionKind kind) => kind == VersionKind.Minor
        ? new Effort(preparation: Duration.FromHours(1), work: Duration.FromHours(3), backOut: Duration.FromHours(2))
        : new Effort(preparation: Duration.FromMinutes(30), work: Duration.FromMinutes(90), backOut: Duration.FromHours(1));

    // It bakes for a week in one region before it goes to the next.
    private static IEnumerable<Precedence> FromRegionToRegion(VersionOut version)
    {
        var regions = RegionsOf(version).ToList();
        return regions.Zip(regions.Skip(1), (first, second) => new Precedence(IdOf(version, first), IdOf(version, second)) { AtLeast = Duration.FromDays(7) });
    }

    // The images with Python 3.15 are built for Kubernetes 1.37.
    private IEnumerable<Precedence> FromVersionToVersion() =>
        from needed in versions.Where(version => version.Name == "kubernetes 1.37.0")
        from needing in versions.Where(version => version.Name == "python 3.15.0")
        from region in Region.InOrder
        select new Precedence(IdOf(needed, region), IdOf(needing, region));

    // Once the next patch of its line is out, nobody rolls out this one.
    private Instant? ReplacedOn(VersionOut version) => versions
        .Where(other => other.Product == version.Product && other.Line == version.Line && other.OutOn > version.OutOn)
        .OrderBy(other => other.OutOn)
        .Select(other => (Instant?)Midnight(other.OutOn))
        .FirstOrDefault();

    private static Instant Midnight(LocalDate date) => Zone.AtStartOfDay(date).ToInstant();
}
