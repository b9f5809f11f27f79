// snippet: asking-usings
using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to asking.</summary>
internal sealed class AskingProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var (ann, bob, id) = (House.Ann, House.Bob, new ChangeId("CHG-1"));
        var clock = new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0));
        var desk = new ChangeDesk(new InMemoryEventStore(), House.Facts, clock, new DeskSettings(new TenantId("acme")));
        await House.BringAsync(desk, id, "normal", bob);

        console.Turn("asking-all");
        // snippet: asking-all
        var prospects = (await desk.AskAsync(id, ann))!;
        Console.WriteLine(prospects);
        // end

        console.Turn("asking-form");
        // snippet: asking-form
        var schedule = prospects.For(ChangeTriggers.Schedule)!;
        foreach (var parameter in schedule.Parameters)
        {
            Console.WriteLine($"{parameter.Name} ({parameter.Kind}{(parameter.IsRequired ? "" : ", optional")}): {parameter.Sentence}");
        }

        var last = schedule.Conditions[^1];
        Console.WriteLine($"if: {last.Sentence} It reads {string.Join(" and ", last.Reads)}.");
        // end

        console.Turn("asking-wrong");
        // snippet: asking-wrong
        using var careless = JsonDocument.Parse("""{ "slots": "tonight", "urgent": true }""");
        var refused = await desk.HandleAsync(id, new ActOnChange(ChangeTriggers.Schedule, Arguments.Read(careless.RootElement)), ann, new CommandId("form-1"));
        foreach (var refusal in refused.Refusals.Where(refusal => !refusal.IsUnjudged))
        {
            Console.WriteLine(refusal);
        }

        Console.WriteLine($"and {refused.Refusals.Count(refusal => refusal.IsUnjudged)} that cannot be judged before");
        // end

        console.Turn("asking-act");
        // snippet: asking-act
        using var form = JsonDocument.Parse("""{ "slots": [{ "start": "2026-11-03T20:00:00Z", "end": "2026-11-03T21:00:00Z" }] }""");
        var outcome = await desk.HandleAsync(id, new ActOnChange(ChangeTriggers.Schedule, Arguments.Read(form.RootElement)), ann, new CommandId("form-2"));
        Console.WriteLine($"{outcome.Events[0].GetType().Name}: {outcome.Subject!.Status}, version {outcome.Version}");

        var tuesday = new Slot(Instant.FromUtc(2026, 11, 3, 20, 0), Instant.FromUtc(2026, 11, 3, 21, 0));
        var again = await desk.HandleAsync(id, new ScheduleChange(tuesday), ann, new CommandId("form-2"));
        Console.WriteLine($"said again as a command: {again.Events.Count} events");
        // end

        console.Turn("asking-earliest");
        // snippet: asking-earliest
        var start = (await desk.AskAsync(id, ann))!.For(ChangeTriggers.Start)!;
        Console.WriteLine(start.Refusals[0]);
        Console.WriteLine($"earliest: {start.Refusals[0].Earliest}");
        // end

        console.Turn("asking-explain");
        // snippet: asking-explain
        var weekend = new Slot(Instant.FromUtc(2026, 11, 7, 20, 0), Instant.FromUtc(2026, 11, 7, 21, 0));
        var answer = await desk.ExplainAsync(id, new RescheduleChange(weekend), ann, new CommandId("asking-1"));
        Console.WriteLine(string.Join('\n', answer.Refusals));
        // end

        var change = (await desk.FindAsync(id))!;
        var directory = House.Directory;
        console.Turn("asking-fast");
        // snippet: asking-fast
        var model = ChangeModelCatalog.BuiltIn.Find(change.Model)!;
        var stamp = new Stamp(clock.GetCurrentInstant(), ann, new CommandId("listing"));
        var known = new ChangeFacts(stamp, ChangeModelCatalog.BuiltIn) { Directory = directory };
        var attempt = new ChangeAttempt(change, new ActOnChange(ChangeTriggers.Hold), known, model);

        var place = model.Lifecycle.At(change.Status)!;
        Console.WriteLine($"may be held: {place.Permits(ChangeTriggers.Hold, attempt)}");
        foreach (var trigger in place.Available(attempt))
        {
            Console.WriteLine(trigger);
        }
        // end
    }
}
