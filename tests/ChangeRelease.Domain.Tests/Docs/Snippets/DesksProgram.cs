// snippet: desks-usings
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to desks.</summary>
internal sealed class DesksProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var (otto, facts, store) = (House.Otto, House.Facts, new InMemoryEventStore());
        var clock = new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0));

        console.Turn("desks-open");
        // snippet: desks-open
        var log = new InMemoryAttemptLog(); // a table, a file, your audit trail
        var desk = new ChangeDesk(store, facts, clock, new DeskSettings(new TenantId("acme")) { AttemptLog = log });
        // end

        ChangeId[] open = [new("CHG-1"), new("CHG-2"), new("CHG-3")];
        await House.BringAsync(desk, open[0], "normal", House.Bob);
        await House.BringAsync(desk, open[1], "normal");
        await House.BringAsync(desk, open[2], "normal", House.Bob);

        console.Turn("desks-each");
        // snippet: desks-each
        var tuesday = new ScheduleChange(new Slot(Instant.FromUtc(2026, 11, 3, 20, 0), Instant.FromUtc(2026, 11, 3, 21, 0)));
        await foreach (var (id, outcome) in desk.HandleEachAsync(open, tuesday, otto, new CommandId("tuesday")))
        {
            Console.WriteLine($"{id}: {(outcome.IsAccepted ? outcome.Subject!.Status : outcome.Refusals[0])}");
        }
        // end

        console.Turn("desks-batch");
        // snippet: desks-batch
        (ChangeId, ChangeCommand)[] notes = [(open[0], new AnnotateChange("moved up")), (open[2], new HoldChange("its owner is ill"))];
        await foreach (var (id, outcome) in desk.HandleBatchAsync(notes, otto, new CommandId("monday's meeting")))
        {
            Console.WriteLine($"{id}: {outcome.Subject!.Status}");
        }
        // end

        console.Turn("desks-log");
        // snippet: desks-log
        foreach (var attempt in log.All)
        {
            Console.WriteLine($"{attempt.At} {attempt.Stamp.Actor}: {attempt}");
        }
        // end
    }
}
