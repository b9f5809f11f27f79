using System.Globalization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Corpora;

/// <summary>A published instance as a planning problem: one unit of time is a minute.</summary>
internal sealed class RcpspProblem
{
    private static readonly Instant Zero = Instant.FromUtc(2030, 1, 1, 0, 0);

    private readonly RcpspInstance _instance;

    private RcpspProblem(RcpspInstance instance) => _instance = instance;

    /// <summary>The jobs are items, the source is the start of the horizon, and the sink, which takes no time, an item of a minute more.</summary>
    public static PlanningProblem Of(RcpspInstance instance) => new RcpspProblem(instance).Make();

    /// <summary>The start of a job in a plan.</summary>
    public static int StartOf(Plan plan, int job) => job == 0 ? 0 : (int)(plan.Find(Id(job))!.Slot.Start - Zero).TotalMinutes;

    private static WorkItemId Id(int job) => new(job.ToString("D4", CultureInfo.InvariantCulture));

    private PlanningProblem Make()
    {
        var horizon = _instance.Durations.Sum() + _instance.Lags.Sum(lag => Math.Max(0, lag.Lag)) + 1;
        return PlanningProblem.Define(
            new PlanningDraft(new Slot(Zero, Zero + Duration.FromMinutes(horizon)))
            {
                Items = Enumerable.Range(1, _instance.Sink).Select(ItemOf).ToValueList(),
                Resources = _instance.Capacity.Select((capacity, index) => new PlanningResource(ResourceOf(index), capacity)).ToValueList(),
                Precedences = _instance.Lags.Where(lag => lag.From != 0 && lag.To != 0).Select(PrecedenceOf).ToValueList(),
                Objective = PlanningObjective.Shortest,
            },
            DateTimeZoneProviders.Tzdb);
    }

    private static ResourceId ResourceOf(int index) => new(index.ToString("D2", CultureInfo.InvariantCulture));

    private static Precedence PrecedenceOf((int From, int To, int Lag) lag) => lag.Lag >= 0
        ? new Precedence(Id(lag.From), Id(lag.To)) { Kind = PrecedenceKind.StartToStart, AtLeast = Duration.FromMinutes(lag.Lag) }
        : new Precedence(Id(lag.To), Id(lag.From)) { Kind = PrecedenceKind.StartToStart, AtLeast = null, AtMost = Duration.FromMinutes(-lag.Lag) };

    private WorkItem ItemOf(int job)
    {
        var length = job == _instance.Sink ? 1 : _instance.Durations[job];
        var (first, last) = (_instance.Lags.Where(lag => lag.From == 0 && lag.To == job).Max(lag => (int?)lag.Lag), _instance.Lags.Where(lag => lag.From == job && lag.To == 0).Max(lag => (int?)lag.Lag));
        return new WorkItem(Id(job), new Effort(Duration.Zero, Duration.FromMinutes(length), Duration.Zero))
        {
            NotBefore = first is { } least ? Zero + Duration.FromMinutes(least) : null,
            Deadline = last is { } most ? Zero + Duration.FromMinutes(length - most) : null,
            Demands = _instance.Demands[job].Select((amount, resource) => new Demand(ResourceOf(resource), amount)).Where(demand => demand.Amount > 0).ToValueList(),
        };
    }
}
