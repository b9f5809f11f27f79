using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Changes.Boards;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Json;
using ChangeRelease.Domain.Tests.Changes.Matrices;
using ChangeRelease.Domain.Tests.Changes.Templates;
using ChangeRelease.Domain.Tests.Releases;
using ChangeRelease.Domain.Tests.Releases.Trains;
using ChangeRelease.Domain.Tests.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History.Corpus;

/// <summary>All rooms that keep events, and all families of commands: who adds one, adds it here.</summary>
internal static class CorpusRooms
{
    private const int Journeys = 60;
    private const int Longest = 25;

    private static readonly Stamp By = new(Instant.FromUtc(2026, 11, 2, 9, 0), Actor.Service(new ActorId("bot"), new ActorId("ann")), new CommandId("e1"));

    private static readonly EmergencyEntry Emergency = new(
        new ChangeId("CHG-1"), new CommandId("start"), 4, By.At, BrokeGlass: true, [new ServiceId("payments")], new EmergencyDebt(By.At + Duration.FromDays(1), By.At + Duration.FromDays(5)), [DebtPart.Ratification, DebtPart.Review]);

    public static CorpusRoom[] All { get; } =
    [
        new CorpusRoom<ChangeRequest, ChangeEvent>("changes", "change", "CHG-1", Streams.Changes, happened => happened.Header.Stamp, change => $"{change.Model.Id} {change.Status.Name}", Lives(), Specimens.Events),
        new CorpusRoom<Release, ReleaseEvent>("releases", "release", "REL-1", Streams.Releases, happened => happened.Header.Stamp, release => release.Status.Name, ReleaseJsonTests.Lives(), ReleaseJsonTests.All.Select(pair => pair.Event)),
        new CorpusRoom<ChangeTemplate, TemplateEvent>("templates", "template", Play.Id.Value, Streams.Templates, happened => happened.Header.Stamp, template => template.Status.Name, TemplateJsonTests.Lives(), TemplateJsonTests.Events),
        new CorpusRoom<BoardMeeting, MeetingEvent>("meetings", "meeting", Session.Id.Value, Streams.Meetings, happened => happened.Header.Stamp, meeting => meeting.Status.Name, MeetingJsonTests.Lives(), MeetingJsonTests.Events.Select(Fitting)),
        new CorpusRoom<BookingLedger, BookingEvent>("bookings", "bookings", "nights", Streams.Bookings, happened => happened.Stamp, ledger => $"{ledger.Bookings.Count} of {ledger.Capacity}", [], BookingJsonTests.Events),
        new CorpusRoom<EmergencyLedger, EmergencyLedgerEvent>("emergencies", "emergencies", "ledger", Streams.Emergencies, happened => happened.Stamp, ledger => $"{ledger.Pending.Count} {ledger.Started.Count}", [], Emergencies()),
        new CorpusRoom<ReleaseTrain, TrainEvent>("trains", "train", "weekly", Streams.Trains, happened => happened.Header.Stamp, train => $"{train.Departures.Count} {train.Hotfixes.Count}", [], TrainJsonTests.Events.Select(golden => golden.Event)),
    ];

    /// <summary>For each family of commands its name, its type, its commands as they are written today, and how one is read.</summary>
    public static (string Name, Type Family, IEnumerable<byte[]> Written, Func<byte[], object> Read)[] Commands { get; } =
    [
        ("changes", typeof(ChangeCommand), Specimens.Commands.DistinctBy(command => command.GetType()).Select(ChangeJson.Write), bytes => ChangeJson.ReadCommand(bytes)),
        ("releases", typeof(ReleaseCommand), ReleaseJsonTests.All.Select(pair => pair.Command).DistinctBy(command => command.GetType()).Select(ReleaseJson.Write), bytes => ReleaseJson.ReadCommand(bytes)),
        ("templates", typeof(TemplateCommand), TemplateJsonTests.Commands.DistinctBy(command => command.GetType()).Select(TemplateJson.Write), bytes => TemplateJson.ReadCommand(bytes)),
        ("meetings", typeof(MeetingCommand), MeetingJsonTests.Commands.DistinctBy(command => command.GetType()).Select(MeetingJson.Write), bytes => MeetingJson.ReadCommand(bytes)),
        ("bookings", typeof(BookingCommand), BookingJsonTests.Commands.DistinctBy(command => command.GetType()).Select(BookingJson.Write), bytes => BookingJson.ReadCommand(bytes)),
        ("trains", typeof(TrainCommand), TrainJsonTests.Commands.Select(golden => TrainJson.Write(golden.Command)), bytes => TrainJson.ReadCommand(bytes)),
    ];

    private static IEnumerable<IReadOnlyList<ChangeEvent>> Lives()
    {
        foreach (var model in Matrix.Of.Keys.Order(StringComparer.Ordinal))
        {
            var chance = new Chance(12);
            for (var journey = 0; journey < Journeys; journey++)
            {
                var traveler = new Traveler(model);
                for (var step = 0; step < Longest && traveler.State is not ("Closed" or "Canceled"); step++)
                {
                    traveler.Do(chance.Step(traveler));
                }

                yield return traveler.Events;
            }
        }
    }

    // What is returned is something that was ruled.
    private static MeetingEvent Fitting(MeetingEvent happened) => happened is RulingReturned returned
        ? returned with { Ruling = MeetingJsonTests.Lives().First().OfType<ItemRuled>().Last().Header.Stamp.Command }
        : happened;

    private static EmergencyLedgerEvent[] Emergencies() =>
    [
        new EmergencyEntered(By, Emergency),
        new EmergencyLetGo(By, new ChangeId("CHG-2"), 3),
        new EmergencyTakenUp(By, Emergency),
        new EmergencyDebtMarked(By, Emergency.Change, 6, [DebtPart.Review]),
    ];
}
