using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Keeps plans within what windows hold (S-51): where too many were put into one, the last of them are kept out of it, and it is planned again.</summary>
internal sealed class PlanningPlaces(PlanningDraft draft, ValueList<PlanningSubject> subjects, PlanningFacts facts)
{
    private const int MostRounds = 20;

    private readonly Dictionary<WorkItemId, PlanningSubject> _subjects = subjects.ToDictionary(subject => subject.Item);
    private readonly Dictionary<CalendarQuestion, ValueList<RulePlaces>> _places = [];
    private readonly ValueList<Holding> _taken = facts.Others.Select(other => other.Holding).ToValueList();

    /// <summary>Plans; what found no place in the end is told, and is not to be put where the plan has it.</summary>
    public (Plan Plan, ValueList<Unplannable> Crowded) Plan(IDateTimeZoneProvider zones, PlannerOptions options, CancellationToken cancellation)
    {
        var (kept, closed) = (draft, draft);
        for (var round = 1; ; round++)
        {
            var plan = Planner.Plan(PlanningProblem.Define(closed, zones), options, cancellation: cancellation);
            var crowded = Crowded(plan);
            if (crowded.Count == 0 || round == MostRounds)
            {
                return (plan, crowded.Select(one => new Unplannable(one.Item, [PlanningNeeds.Crowded(one.Full[0].Occurrence.ToString())])).ToValueList());
            }

            kept = With(kept, crowded, one => one.Full, FormattableString.Invariant($"{round}"));
            closed = With(kept, crowded, one => one.Promised, "for now");
        }
    }

    private static PlanningDraft With(PlanningDraft draft, List<CrowdedItem> crowded, Func<CrowdedItem, ValueList<RulePlaces>> places, string name) => draft with
    {
        Closures = draft.Closures.With([.. crowded.SelectMany(one => places(one).Select((place, number) => new Closure(
            FormattableString.Invariant($"{place.Occurrence} is full ({one.Item}, {name}.{number + 1})"), place.Occurrence.Binding) { Items = [one.Item] }))]),
    };

    // Who starts first takes a place first, else what others wait for would be sent on together with them; then the more urgent. Who finds none is thought to take the next that is free, so that not all are sent on to the same.
    private List<CrowdedItem> Crowded(Plan plan)
    {
        var (taken, promised, crowded) = (new Dictionary<Occurrence, int>(), new Dictionary<Occurrence, int>(), new List<CrowdedItem>());
        foreach (var planned in plan.Items.Where(planned => _subjects.ContainsKey(planned.Item.Id)).OrderBy(planned => planned.Slot.Start).ThenByDescending(planned => planned.Item.Priority).ThenBy(planned => planned.Item.Id))
        {
            var places = PlacesOf(_subjects[planned.Item.Id]);
            var wanted = places.Where(place => place.Occurrence.Binding.Overlaps(planned.Slot)).ToList();
            if (wanted.Any(IsFull))
            {
                crowded.Add(new CrowdedItem(planned.Item.Id, places.Where(IsFull).ToValueList(), places.Where(place => !IsFull(place) && IsPromised(place)).ToValueList()));
                Count(promised, places.Where(place => !IsFull(place) && !IsPromised(place) && place.Occurrence.Binding.Start >= planned.Slot.End).Take(1));
            }
            else
            {
                Count(taken, wanted);
            }
        }

        return crowded;

        bool IsFull(RulePlaces place) => place.Holders.Count + taken.GetValueOrDefault(place.Occurrence) >= place.Capacity;
        bool IsPromised(RulePlaces place) => place.Holders.Count + taken.GetValueOrDefault(place.Occurrence) + promised.GetValueOrDefault(place.Occurrence) >= place.Capacity;
    }

    private static void Count(Dictionary<Occurrence, int> counts, IEnumerable<RulePlaces> places)
    {
        foreach (var place in places.ToList())
        {
            counts[place.Occurrence] = counts.GetValueOrDefault(place.Occurrence) + 1;
        }
    }

    private ValueList<RulePlaces> PlacesOf(PlanningSubject subject)
    {
        if (!_places.TryGetValue(subject.Question!, out var places))
        {
            _places.Add(subject.Question!, places = facts.Calendar.PlacesIn(draft.Horizon, subject.Question!, _taken));
        }

        return places;
    }

    /// <summary>An item that was put where no place is left.</summary>
    /// <param name="Item">The item.</param>
    /// <param name="Full">What others fill who come first.</param>
    /// <param name="Promised">What others are thought to fill who find no place either.</param>
    private sealed record CrowdedItem(WorkItemId Item, ValueList<RulePlaces> Full, ValueList<RulePlaces> Promised);
}
