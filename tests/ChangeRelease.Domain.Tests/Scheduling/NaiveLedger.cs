using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling;

/// <summary>A ledger of an environment as a list of entries and a row of hours, each looked through afresh: what the library's own is held against.</summary>
internal sealed class NaiveLedger
{
    public const int Hours = 16;

    public static readonly Instant Opening = Instant.FromUtc(2026, 11, 2, 9, 0);
    public static readonly Duration HoldStands = Duration.FromMinutes(5);

    private readonly Dictionary<CommandId, BookingCommand> _said = [];
    private readonly List<Entry> _entries = [];

    public int? Capacity { get; private set; }

    public IEnumerable<Entry> StandingAt(Instant now) => _entries.Where(entry => entry.Stands(now));

    /// <summary>From one whole hour after the opening to another.</summary>
    public static Slot Slot(int from, int until) => new(Opening + Duration.FromHours(from), Opening + Duration.FromHours(until));

    public NaiveLedger Copy()
    {
        var copy = new NaiveLedger { Capacity = Capacity };
        copy._entries.AddRange(_entries);
        foreach (var (id, command) in _said)
        {
            copy._said.Add(id, command);
        }

        return copy;
    }

    /// <summary>What becomes of a command: <c>done</c>, <c>nothing</c>, or the codes of all that is judged and not met.</summary>
    public string Tell(BookingCommand command, CommandId id, Actor actor, Instant now, bool? isSteward)
    {
        if (_said.TryGetValue(id, out var before))
        {
            return before.Equals(command) ? "nothing" : "booking.request.command-id-reused";
        }

        var codes = Codes(command, actor, now, isSteward).Order(StringComparer.Ordinal).ToList();
        if (codes.Count > 0)
        {
            return string.Join(' ', codes);
        }

        if (!Do(command, id, actor, now))
        {
            return "nothing";
        }

        _said.Add(id, command);
        return "done";
    }

    private IEnumerable<string> Codes(BookingCommand command, Actor actor, Instant now, bool? isSteward) => command switch
    {
        HoldSlots it => Foreign(it.Holder, actor, now, isSteward).Concat(SlotCodes(it.Slots, now, null, isPlaceJudged: true)),
        ConfirmBooking it => BookingCodes(it.Holder, it.Booking, actor, now, isSteward),
        ReleaseBooking it => BookingCodes(it.Holder, it.Booking, actor, now, isSteward),
        ReleaseHolder it => Foreign(it.Holder, actor, now, isSteward),
        MoveBooking it => BookingCodes(it.Holder, it.Booking, actor, now, isSteward).Concat(MoveCodes(it, now)),
        DeclareCapacity it => DeclareCodes(it.Capacity, now, isSteward),
        _ => [],
    };

    private IEnumerable<string> MoveCodes(MoveBooking it, Instant now)
    {
        var entry = Named(it.Holder, it.Booking, now);
        return entry is not null && entry.Slots.SequenceEqual(it.Slots) ? [] : SlotCodes(it.Slots, now, entry, isPlaceJudged: entry is not null);
    }

    private IEnumerable<string> BookingCodes(HolderId holder, CommandId name, Actor actor, Instant now, bool? isSteward) =>
        Named(holder, name, now) is null ? ["booking.request.not-standing"] : Foreign(holder, actor, now, isSteward);

    private IEnumerable<string> Foreign(HolderId holder, Actor actor, Instant now, bool? isSteward) =>
        isSteward != true && StandingAt(now).Any(entry => entry.Holder == holder && entry.Owner != (actor.IsService ? actor.Owner ?? actor.Id : actor.Id)) ? ["booking.holder.of-another"] : [];

    private IEnumerable<string> SlotCodes(ValueList<Slot> slots, Instant now, Entry? without, bool isPlaceJudged)
    {
        var isOrdered = true;
        for (var at = 1; at < slots.Count; at++)
        {
            isOrdered &= slots[at - 1].End <= slots[at].Start;
        }

        if (slots.Count == 0)
        {
            yield return "booking.slot.missing";
        }
        else if (slots[0].Start < now)
        {
            yield return "booking.slot.past";
        }

        if (!isOrdered)
        {
            yield return "booking.slot.out-of-order";
        }

        if (Capacity is not { } capacity)
        {
            yield return "booking.capacity.undeclared";
        }
        else if (isPlaceJudged && isOrdered && slots.Count > 0 && Enumerable.Range(0, Hours).Any(hour => slots.Any(slot => Covers(slot, hour)) && Holders(hour, now, without) + 1 > capacity))
        {
            yield return "booking.ledger.full";
        }
    }

    private IEnumerable<string> DeclareCodes(int capacity, Instant now, bool? isSteward)
    {
        if (isSteward is null)
        {
            yield return "booking.directory.missing";
        }
        else if (isSteward == false)
        {
            yield return "booking.capacity.not-a-steward";
        }

        if (Enumerable.Range(0, Hours).Any(hour => Opening + Duration.FromHours(hour + 1) > now && Holders(hour, now, null) > capacity))
        {
            yield return "booking.capacity.exceeded";
        }
    }

    private bool Do(BookingCommand command, CommandId id, Actor actor, Instant now)
    {
        switch (command)
        {
            case HoldSlots it:
                var owner = StandingAt(now).FirstOrDefault(entry => entry.Holder == it.Holder)?.Owner ?? (actor.IsService ? actor.Owner ?? actor.Id : actor.Id);
                _entries.Add(new Entry(it.Holder, id, owner, [.. it.Slots], now + HoldStands));
                return true;
            case ConfirmBooking it:
                return Swap(it.Holder, it.Booking, now, entry => entry with { Expires = null }, entry => entry.Expires is null);
            case MoveBooking it:
                return Swap(it.Holder, it.Booking, now, entry => entry with { Slots = [.. it.Slots] }, entry => entry.Slots.SequenceEqual(it.Slots));
            case ReleaseBooking it:
                return _entries.RemoveAll(entry => entry.Holder == it.Holder && entry.Name == it.Booking) > 0;
            case ReleaseHolder it:
                var isAny = StandingAt(now).Any(entry => entry.Holder == it.Holder);
                _entries.RemoveAll(entry => entry.Holder == it.Holder && isAny);
                return isAny;
            case DeclareCapacity it:
                var isNew = Capacity != it.Capacity;
                Capacity = it.Capacity;
                return isNew;
            default:
                return _entries.RemoveAll(entry => !entry.Stands(now)) > 0;
        }
    }

    private bool Swap(HolderId holder, CommandId name, Instant now, Func<Entry, Entry> change, Func<Entry, bool> isSo)
    {
        var entry = Named(holder, name, now)!;
        if (isSo(entry))
        {
            return false;
        }

        _entries[_entries.IndexOf(entry)] = change(entry);
        return true;
    }

    private Entry? Named(HolderId holder, CommandId name, Instant now) => StandingAt(now).FirstOrDefault(entry => entry.Holder == holder && entry.Name == name);

    private int Holders(int hour, Instant now, Entry? without) => StandingAt(now).Where(entry => !ReferenceEquals(entry, without)).Sum(entry => entry.Slots.Count(slot => Covers(slot, hour)));

    private static bool Covers(Slot slot, int hour) => slot.Start <= Opening + Duration.FromHours(hour) && Opening + Duration.FromHours(hour + 1) <= slot.End;

    public sealed record Entry(HolderId Holder, CommandId Name, ActorId Owner, IReadOnlyList<Slot> Slots, Instant? Expires)
    {
        public bool Stands(Instant now) => Expires is null || now < Expires;
    }
}
