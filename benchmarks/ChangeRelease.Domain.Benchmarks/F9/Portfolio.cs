using System.Globalization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F9;

/// <summary>
/// A portfolio of releases, made by chance: each is built and tested by a team in its working hours, staged in the team's environment, and deployed to one of the
/// production environments of its region within windows and outside of freezes. A tenth follow another release. Waiting counts by weight, and being late twenty times.
/// </summary>
internal sealed class Portfolio
{
    private const int GranulesInDay = 96;
    private const int HoursOfTeam = 110;

    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    private readonly PortfolioChance _chance;
    private readonly int _releases;
    private readonly int _days;
    private readonly int _teams;
    private readonly List<WorkItem> _items = [];
    private readonly List<Precedence> _precedences = [];

    private Portfolio(int releases, int seed)
    {
        (_releases, _chance) = (releases, new PortfolioChance((seed * 1_000_003) + releases));
        _days = releases <= 60 ? 60 : releases <= 1_000 ? 200 : 365;
        _teams = Math.Max(3, (int)(releases * 200L / (_days * HoursOfTeam)));
    }

    public static PlanningProblem Of(int releases, int seed) => PlanningProblem.Define(new Portfolio(releases, seed).Draft(), DateTimeZoneProviders.Tzdb);

    private static string Number(int number) => number.ToString("D5", CultureInfo.InvariantCulture);

    private static WorkItemId StageOf(int release, string stage) => new($"release-{Number(release)}-{stage}");

    private static Duration Granules(int granules) => Duration.FromMinutes(15L * granules);

    private PlanningDraft Draft()
    {
        var resources = Enumerable.Range(0, _teams).SelectMany(ResourcesOf).ToValueList();
        for (var release = 0; release < _releases; release++)
        {
            Add(release);
        }

        return new PlanningDraft(new Slot(Start, Start + Duration.FromDays(_days)))
        {
            Grid = Duration.FromMinutes(15),
            Items = _items.ToValueList(),
            Resources = resources,
            Precedences = _precedences.ToValueList(),
            Objective = new PlanningObjective { Waiting = 1, Tardiness = 20 },
        };
    }

    private PlanningResource[] ResourcesOf(int team) =>
    [
        new PlanningResource(Team(team), 1 + _chance.Below(2)) { Times = [RegionOf(team).Hours] },
        new PlanningResource(Staging(team), 1),
        new PlanningResource(Production(team), 1),
    ];

    private static ResourceId Team(int team) => new($"team-{Number(team)}");

    private static ResourceId Staging(int team) => new($"staging-{Number(team)}");

    private static ResourceId Production(int environment) => new($"production-{Number(environment)}");

    private static PortfolioRegion RegionOf(int team) => PortfolioRegion.All[team % PortfolioRegion.All.Count];

    private void Add(int release)
    {
        var team = _chance.Below(_teams);
        var region = RegionOf(team);
        var from = Start + Granules(_chance.Below(_days * GranulesInDay * 6 / 10));
        var weight = _chance.Between(1, 10);
        var due = from + Duration.FromDays(_chance.Between(5, 29));
        var environment = (_chance.Below(_teams / 3) * 3) + (team % 3);
        _items.Add(Item(release, "1-build", _chance.Between(4, 31), from, 1) with { Demands = [new Demand(Team(team))], Weight = 0 });
        _items.Add(Item(release, "2-stage", _chance.Between(2, 13), from, 1) with { Demands = [new Demand(Team(team)), new Demand(Staging(team))], Weight = 0 });
        _items.Add(Item(release, "3-deploy", _chance.Between(2, 9), from, weight) with { Demands = [new Demand(Production(environment))], Times = [region.Windows], Weight = weight, Due = due });
        _precedences.Add(new Precedence(StageOf(release, "1-build"), StageOf(release, "2-stage")));
        _precedences.Add(new Precedence(StageOf(release, "2-stage"), StageOf(release, "3-deploy")));
        if (release > 0 && _chance.Below(10) == 0)
        {
            _precedences.Add(new Precedence(StageOf(_chance.Below(release), "3-deploy"), StageOf(release, "1-build")));
        }
    }

    private static WorkItem Item(int release, string stage, int granules, Instant from, int priority) =>
        new(StageOf(release, stage), new Effort(Duration.Zero, Granules(granules), Duration.Zero)) { NotBefore = from, Priority = priority };
}
