using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>Everybody of a cast, and what the ledgers say of them: do the two agree?</summary>
/// <remarks>It folds the records itself; it knows no desk, and nothing of how they settle.</remarks>
internal sealed class Accounts
{
    private readonly List<ChangeRequest> _changes;
    private readonly Release? _release;
    private readonly BoardMeeting? _meeting;
    private readonly ReleaseTrain? _train;
    private readonly ChangeTemplate? _template;
    private readonly BookingLedger _nights;
    private readonly BookingLedger _environment;
    private readonly EmergencyLedger _emergencies;
    private readonly Cast _cast;

    public Accounts(Cast cast, Remains remains)
    {
        _cast = cast;
        _changes = [.. cast.Changes.Select(id => Fold<ChangeRequest, ChangeEvent>(remains.Of(World.StreamOf(id)), ChangeJson.ReadEvent, ChangeRequest.Fold)).OfType<ChangeRequest>()];
        _release = Fold<Release, ReleaseEvent>(remains.Of(World.StreamOf(cast.Release)), ReleaseJson.ReadEvent, Release.Fold);
        _meeting = Fold<BoardMeeting, MeetingEvent>(remains.Of(cast.MeetingStream), MeetingJson.ReadEvent, BoardMeeting.Fold);
        _train = Fold<ReleaseTrain, TrainEvent>(remains.Of(cast.TrainStream), TrainJson.ReadEvent, ReleaseTrain.Fold);
        _template = Fold<ChangeTemplate, TemplateEvent>(remains.Of(Premises.Template), TemplateJson.ReadEvent, ChangeTemplate.Fold);
        _nights = Fold<BookingLedger, BookingEvent>(remains.Of(Premises.Nights), BookingJson.ReadEvent, BookingLedger.Fold) ?? BookingLedger.Empty;
        _environment = Fold<BookingLedger, BookingEvent>(remains.Of(cast.LedgerStream), BookingJson.ReadEvent, BookingLedger.Fold) ?? BookingLedger.Empty;
        _emergencies = Fold<EmergencyLedger, EmergencyLedgerEvent>(remains.Of(Premises.Emergencies), EmergencyLedgerJson.ReadEvent, EmergencyLedger.Fold) ?? EmergencyLedger.Empty;
    }

    /// <summary>What is not the same there, in any respect but that a template counts the steps that came to nothing, too.</summary>
    public IEnumerable<string> Unlike(Accounts other) => Everything().Zip(other.Everything())
        .Where(both => !Equals(both.First.What, both.Second.What))
        .Select(both => $"{both.First.Name} is another: {both.First.What} and not {both.Second.What}");

    /// <summary>What is left over or missing at an instant, once everybody was touched.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="mayBeHeld">Whether a hold may stand that nobody took up, as it has not expired yet.</param>
    /// <param name="isLate">Whether places may be lost that were not confirmed in time.</param>
    /// <param name="hasRival">Whether somebody else may have a use that was not confirmed in time.</param>
    public IEnumerable<string> LeftOver(Instant now, bool mayBeHeld = false, bool isLate = false, bool hasRival = false) =>
    [
        .. Places(_nights, now, Holders(), mayBeHeld, isLate),
        .. Places(_environment, now, _release is null ? [] : [(Name(_release), _release.SlotsIn(_cast.Environment))], mayBeHeld, isLate),
        .. Uses(now, mayBeHeld, hasRival), .. Debts(), .. Rulings(),
    ];

    /// <summary>What was given twice at any time.</summary>
    public static IEnumerable<string> Doubles(Remains remains, int capacity, int? uses)
    {
        var (nights, template) = (BookingLedger.Empty, (ChangeTemplate?)null);
        foreach (var record in remains.Of(Premises.Nights))
        {
            nights = BookingLedger.Fold(nights, BookingJson.ReadEvent(record.Payload.Span));
            if (MostAtOnce(nights, record.At) is var most && most > capacity)
            {
                yield return FormattableString.Invariant($"{most} at once after version {record.Version} of {record.Stream}");
            }
        }

        foreach (var record in remains.Of(Premises.Template))
        {
            template = ChangeTemplate.Fold(template, TemplateJson.ReadEvent(record.Payload.Span));
            if (template.Versions.Any(version => version.Spent + template.Uses.Count(use => use.Number == version.Number && use.IsConfirmed) > uses))
            {
                yield return FormattableString.Invariant($"more uses than there are after version {record.Version} of {record.Stream}");
            }
        }
    }

    private IEnumerable<(string Name, object? What)> Everything() =>
    [
        .. _cast.Changes.Select(id => (id.Value, (object?)_changes.Find(change => change.Id == id))),
        ("the release", _release), ("the meeting", _meeting), ("the train", _train), ("the template", _template is null ? null : _template with { Version = 0, Applied = AppliedCommands.None }),
        ("the calendar's ledger", _nights), ("the environment's ledger", _environment), ("the ledger of emergencies", _emergencies),
    ];

    private static int MostAtOnce(BookingLedger ledger, Instant now)
    {
        var standing = ledger.Bookings.Where(booking => booking.Stands(now)).ToList();
        return standing.SelectMany(booking => booking.Slots)
            .Select(slot => standing.Where(booking => booking.Slots.Any(other => other.Contains(slot.Start))).DistinctBy(booking => booking.Holder).Count())
            .DefaultIfEmpty().Max();
    }

    private IEnumerable<(string Holder, ValueList<Slot> Slots)> Holders() => _changes
        .Where(change => change.Aboard is null)
        .Select(change => ($"change {change.Id}", change.Slots))
        .Concat(_release is null ? [] : [(Name(_release), _release.Slots)]);

    private static string Name(Release release) => $"release {release.Id}";

    // Of others, who share the ledger, nothing is known here.
    private IEnumerable<string> Places(BookingLedger ledger, Instant now, IEnumerable<(string Holder, ValueList<Slot> Slots)> holders, bool mayBeHeld, bool mayBeLost)
    {
        foreach (var (holder, slots) in holders)
        {
            var standing = ledger.Bookings.Where(booking => booking.Owner is null && booking.Holder.Value == holder && booking.Stands(now) && !(mayBeHeld && !booking.IsConfirmed)).ToList();
            if (standing.Any(booking => !booking.IsConfirmed || !booking.Slots.Equals(slots)) || standing.Count > 1 || (standing.Count == 0 && slots.Count > 0 && !mayBeLost))
            {
                yield return $"{holder} has {slots}, and {string.Join(", ", standing.Select(booking => $"{booking.Slots} {(booking.IsConfirmed ? "confirmed" : "held")}"))} stands in the ledger";
            }
        }
    }

    private IEnumerable<string> Uses(Instant now, bool mayBeHeld, bool mayBeLost)
    {
        foreach (var change in _template is null ? [] : _changes)
        {
            var own = _template!.Uses.Where(use => use.Change == change.Id && use.Stands(now) && !(mayBeHeld && !use.IsConfirmed)).ToList();
            var isEntitled = change.Pin is not null && change.Status.Phase != Phase.Ended;
            if (own.Count > (isEntitled ? 1 : 0) || own.Exists(use => !use.IsConfirmed) || (isEntitled && own.Count == 0 && !mayBeLost))
            {
                yield return FormattableString.Invariant($"{change.Id} is {change.Status}, and has {own.Count} uses, {own.Count(use => use.IsConfirmed)} confirmed");
            }
        }

        if (_template is { Versions: [var version] } && _cast.Prefix.Length == 0 && version.Spent != _changes.Count(change => change.Pin is not null && change.Status.Phase == Phase.Ended && change.StartedAt is not null))
        {
            yield return FormattableString.Invariant($"{version.Spent} uses are spent");
        }
    }

    private IEnumerable<string> Debts()
    {
        foreach (var change in _changes)
        {
            var started = _emergencies.Started.Where(entry => entry.Change == change.Id).ToList();
            if (started.Count != (change.Debt is null ? 0 : 1) || started.Exists(entry => !entry.Owed.Equals(change.Owed)) || _emergencies.Pending.Any(entry => entry.Change == change.Id))
            {
                yield return FormattableString.Invariant($"{change.Id} owes {change.Owed}, and is entered {started.Count} times, or pending");
            }
        }
    }

    private IEnumerable<string> Rulings()
    {
        foreach (var item in _meeting?.Items ?? [])
        {
            var votes = _changes.Find(change => change.Id == item.Pinned.Change)?.Votes.Count(vote => vote.Board is not null) ?? 0;
            if (item.Ruling is { IsEntered: false } || votes != (item.Ruling is null ? 0 : 1))
            {
                yield return FormattableString.Invariant($"{item.Pinned.Change} has {votes} decisions, and the meeting says {item.Ruling}");
            }
        }
    }

    private static TSubject? Fold<TSubject, TEvent>(IEnumerable<EventRecord> records, Reading<TEvent> read, Func<TSubject?, TEvent, TSubject> fold)
        where TSubject : class => records.Aggregate((TSubject?)null, (subject, record) => fold(subject, read(record.Payload.Span)));

    private delegate TEvent Reading<out TEvent>(ReadOnlySpan<byte> payload);
}
