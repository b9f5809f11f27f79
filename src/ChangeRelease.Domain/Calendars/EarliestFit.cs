using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The search for the earliest slot (S-46, S-47).</summary>
internal sealed class EarliestFit(SlotRequest request, Func<Slot, Survey> survey)
{
    private readonly Occupancy _taken = new(request.Taken);
    private readonly SlotSet _acceptable = request.Within.Count == 0 ? SlotSet.Of(request.Range) : SlotSet.Of(request.Within);

    public SlotSearch Search() => LastAcceptable <= request.NotBefore
        ? new SlotSearch(null, [], reachedBound: false, request.NotBefore, [])
        : new Horizon(request.NotBefore, Limit).Widening()
            .Select(range => new FreeTime(survey(range), _taken, _acceptable))
            .TakeUntil(free => FirstFit(free) is not null)
            .Select(Answer)
            .Last();

    private Instant LastAcceptable => _acceptable[^1].End;

    private Instant Limit => Instant.Min(request.Until, LastAcceptable);

    private Slot? FirstFit(FreeTime free) => free.Available.FirstOrDefault(stretch => stretch.Length >= request.Effort.Total) is { } stretch
        ? new Slot(stretch.Start, stretch.Start + request.Effort.Total)
        : null;

    private SlotSearch Answer(FreeTime free)
    {
        var slot = FirstFit(free);
        var before = slot is null ? free.Survey.Range : Slot.Between(request.NotBefore, slot.Start);
        var searchedUntil = slot?.End ?? Limit;
        return new SlotSearch(
            slot,
            before is null ? [] : new Obstacles(free, request.Effort).Before(before),
            slot is null && Limit == request.Until,
            searchedUntil,
            free.Survey.NotesOn(new Slot(request.NotBefore, searchedUntil).Overlaps));
    }
}
