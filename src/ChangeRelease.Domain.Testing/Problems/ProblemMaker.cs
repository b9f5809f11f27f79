using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>Makes one random problem.</summary>
internal sealed class ProblemMaker
{
    // Around these days clocks change in Europe, America, Australia, Chile and Egypt; and an ordinary one.
    private static readonly LocalDate[] Days =
    [
        new(2026, 3, 28), new(2026, 10, 24), new(2026, 3, 7), new(2026, 10, 31), new(2026, 4, 4), new(2026, 10, 3), new(2026, 4, 23), new(2026, 9, 5), new(2026, 6, 10),
    ];

    private static readonly ChangeClass[] Classes = [new("high-risk"), new("database"), new("urgent")];

    private readonly Dice _dice;
    private readonly ProblemSize _size;
    private readonly Duration _grid;
    private readonly Slot _horizon;
    private readonly int _points;
    private readonly TimesMaker _times;
    private readonly bool _isGentle;

    public ProblemMaker(Dice dice, ProblemSize size)
    {
        (_dice, _size, _isGentle) = (dice, size, dice.Chance(60));
        _grid = Duration.FromMinutes(dice.OneOf(15, 30, 60, 60, 90, 120, 180));
        _points = dice.From(size.Points.From, size.Points.To);
        var start = dice.OneOf(Days).AtMidnight().InUtc().ToInstant() + Duration.FromMinutes((60 * dice.From(0, 36)) + (dice.Chance(15) ? dice.From(1, 59) : 0));
        _horizon = new Slot(start, start + (_points * _grid) + Duration.FromMinutes(dice.Chance(15) ? dice.From(0, 14) : 0));
        _times = new TimesMaker(dice, _horizon);
    }

    public RandomProblem Make(string name)
    {
        var resources = Dice.Many(_dice.From(0, _size.Resources), at => ResourceOf(FormattableString.Invariant($"team {at}")));
        var count = _dice.From(_size.Items.From, _size.Items.To);
        var names = _dice.Some(Enumerable.Range(1, count).ToList(), count);
        var items = names.ConvertAll(number => ItemOf(FormattableString.Invariant($"REL-{number:00}"), resources));
        var links = new LinkMaker(_dice, _isGentle, _grid, items, resources);
        var rules = RuleMaker.Some(_dice);
        var draft = new PlanningDraft(_horizon)
        {
            Grid = _grid,
            Items = items.ToValueList(),
            Resources = resources.ToValueList(),
            Precedences = links.Precedences(),
            Exclusions = links.Exclusions(),
            Closures = links.Closures(Span),
            Limits = Dice.Many(_dice.OneOf(0, 0, 1, 1, 2), LimitOf).Where(IsOnGrid).ToValueList(),
            Rules = rules,
            Objective = ObjectiveOf(),
        };
        return RandomProblem.Of(name, draft);
    }

    private PlanningResource ResourceOf(string name) => new(new ResourceId(name), Chance(8) ? 0 : _dice.OneOf(1, 1, 1, 2, 2, 3))
    {
        Times = Chance(50) ? [_times.Hours()] : [],
    };

    private WorkItem ItemOf(string name, List<PlanningResource> resources) => new(new WorkItemId(name), new Effort(Part(35), Work(), Part(35)))
    {
        Demands = _dice.Some(resources, _dice.OneOf(0, 1, 1, 2)).Select(DemandOf).ToValueList(),
        Times = _dice.Some(_times.Calendars, Chance(80) ? _dice.OneOf(1, 1, 2) : 0).ToValueList(),
        NotBefore = Chance(40) ? Moment() : null,
        Due = _dice.Chance(50) ? Moment() : null,
        Deadline = Chance(20) ? Moment() : null,
        Fixed = Chance(8) ? (_dice.Chance(90) ? OnGrid() : Moment()) : null,
        Preferred = _dice.Chance(25) ? Moment() : null,
        Priority = _dice.From(1, 5),
        Weight = _dice.OneOf(0, 1, 1, 1, 2, 3),
        Risk = _dice.OneOf(0, 0, 1, 2, 5),
        MayMove = !_dice.Chance(20),
        Classes = _dice.Some(Classes, _dice.OneOf(0, 0, 1, 1, 2)).ToValueList(),
    };

    private Demand DemandOf(PlanningResource resource) => new(resource.Id, _dice.OneOf(1, 1, 1, 2))
    {
        During = _dice.OneOf(WorkParts.All, WorkParts.All, WorkParts.Preparation, WorkParts.Work, WorkParts.BackOut, WorkParts.Preparation | WorkParts.Work, WorkParts.Work | WorkParts.BackOut),
    };

    private Duration Part(int percent) => _dice.Chance(percent) ? Duration.FromMinutes(_dice.From(1, (int)_grid.TotalMinutes)) : Duration.Zero;

    private Duration Work() => (_dice.From(1, 3) * _grid) - (_dice.Chance(30) ? Duration.FromMinutes(_dice.From(1, 14)) : Duration.Zero);

    // A little outside of the horizon, too.
    private Instant Moment() => _horizon.Start - (2 * _grid) + Duration.FromMinutes(_dice.From(0, (int)(_horizon.Length + (4 * _grid)).TotalMinutes));

    private Instant OnGrid() => new TimeGrid(_horizon, _grid).First + (_dice.From(0, _points) * _grid);

    private Slot Span()
    {
        var from = Moment();
        return new Slot(from, from + Duration.FromMinutes(_dice.From(10, (int)_horizon.Length.TotalMinutes / 3)));
    }

    private PlacementLimit LimitOf(int at) => new(FormattableString.Invariant($"limit {at}"), Chance(15) ? 0 : _dice.From(1, 4), _dice.OneOf(TimesMaker.Zones))
    {
        Per = _dice.Chance(75) ? LimitPeriod.Day : LimitPeriod.Week,
        Counts = _dice.Chance(60) ? LimitCount.Items : LimitCount.Risk,
        Classes = _dice.Some(Classes, _dice.OneOf(0, 1, 2)).ToValueList(),
        Penalty = _dice.Chance(50) ? _dice.From(0, 40) : null,
    };

    // Days of Kathmandu begin a quarter of an hour beside those of a coarse grid.
    private bool IsOnGrid(PlacementLimit limit) => PlanningProblem.Verify(new PlanningDraft(_horizon) { Grid = _grid, Limits = [limit] }, DateTimeZoneProviders.Tzdb).Count == 0;

    private PlanningObjective ObjectiveOf() => _dice.From(1, 4) switch
    {
        1 => PlanningObjective.Ordinary,
        2 => PlanningObjective.Shortest,
        _ => new PlanningObjective
        {
            Tardiness = Cost(),
            Waiting = Cost(),
            Makespan = Cost(),
            Earliness = Cost(),
            Preference = Cost(),
            Moving = Cost(),
            Moved = Cost(),
        },
    };

    // What may leave no room for an item is rarer in a gentle problem.
    private bool Chance(int percent) => _dice.Chance(_isGentle ? percent / 3 : percent);

    private int Cost() => _dice.Chance(50) ? _dice.From(1, 9) : 0;
}
