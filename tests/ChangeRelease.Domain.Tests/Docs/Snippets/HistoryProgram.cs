// snippet: history-usings
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to history.</summary>
internal sealed class HistoryProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var (tenant, one, two) = (new TenantId("acme"), new ChangeId("CHG-1"), new ChangeId("CHG-2"));
        var (store, clock) = (new InMemoryEventStore(), new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0)));
        var changes = new ChangeDesk(store, House.Facts, clock, new DeskSettings(tenant));
        await House.BringAsync(changes, one, "normal", House.Bob);
        await House.BringAsync(changes, two, "normal");

        console.Turn("history-checkpoint");
        // snippet: history-checkpoint
        StreamId[] streams = [StreamNames.Of(tenant, one), StreamNames.Of(tenant, two)];
        var sink = new InMemoryCheckpointSink(); // yours: another account, a ticket, a mail
        var desk = new HistoryDesk(store, sink, clock);

        var taken = await desk.TakeAsync(streams);
        var again = await desk.TakeAsync(streams);

        Console.WriteLine(taken.Kept!.Checkpoint);
        Console.WriteLine($"new: {taken.IsNew}; again: {again.IsNew}, for nothing had happened");
        // end

        var checkpoint = taken.Kept.Checkpoint;
        console.Turn("history-proof");
        // snippet: history-proof
        var proof = taken.Kept.Heads.Prove(streams[0])!;

        Console.WriteLine($"{proof.Head}: {proof.Proves(checkpoint)}");
        Console.WriteLine($"one record less: {(proof with { Head = new StreamHead(streams[0], proof.Head.Length - 1, proof.Head.Hash) }).Proves(checkpoint)}");
        // end

        console.Turn("history-verify");
        // snippet: history-verify
        Console.WriteLine(await desk.VerifyAsync(streams));
        // end

        console.Turn("history-export");
        // snippet: history-export
        using var file = new MemoryStream();
        await desk.ExportAsync(streams, file);

        file.Position = 0;
        var verdict = await HistoryFile.VerifyAsync(file);
        Console.WriteLine($"intact: {verdict.IsIntact}, {verdict.History.Records} records");
        Console.WriteLine($"the one that we kept: {verdict.Checkpoint!.Digest == checkpoint.Digest}");
        // end

        var bytes = file.ToArray();
        console.Turn("history-tampered");
        // snippet: history-tampered
        var edited = System.Text.Encoding.UTF8.GetString(bytes).Replace("\"actor\":\"bob\"", "\"actor\":\"eve\"");
        var found = await HistoryFile.VerifyAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(edited)));
        foreach (var wrong in found.History.Breaks)
        {
            Console.WriteLine(wrong);
        }
        // end

        console.Turn("history-rewritten");
        // snippet: history-rewritten
        var verifier = new HistoryVerifier([taken.Kept]);
        foreach (var record in Rewritten(await changes.HistoryAsync(one).ToListAsync()))
        {
            verifier.Add(record);
        }

        Console.WriteLine(verifier.Finish().Breaks[0]);
        // end

        file.Position = 0;
        console.Turn("history-import");
        // snippet: history-import
        var other = new InMemoryEventStore(); // verified before: what is wrong is refused at its line, and what came before it was taken in
        await foreach (var batch in HistoryFile.ReadAsync(file).ByCommandAsync())
        {
            await other.AppendAsync(batch[0].Stream, batch[0].Version - 1, batch[0].Command, batch, default);
        }

        var moved = new ChangeDesk(other, House.Facts, clock, new DeskSettings(tenant));
        Console.WriteLine($"{(await moved.FindAsync(one))!.Status.Name}, {(await moved.FindAsync(two))!.Status.Name}");
        // end

        console.Turn("history-upcasters");
        // snippet: history-upcasters
        var upcasters = Upcasters.Of(
            Upcaster.Rename("ticket-noted", "ticket-noted-2", payload => [.. """{"by":"unknown","""u8, .. payload.Span[1..]]),
            new Upcaster("ticket-moved", ["ticket-left", "ticket-noted-2"], form =>
                [new EventForm("ticket-left", form.Payload.Span), new EventForm("ticket-noted-2", """{"by":"unknown","text":"moved"}"""u8)]));

        foreach (var form in upcasters.Bring(new EventForm("ticket-noted", """{"text":"checked"}"""u8)))
        {
            Console.WriteLine($"{form}: {System.Text.Encoding.UTF8.GetString(form.Payload.Span)}");
        }
        // end
    }

    // Whoever writes to the store can write a stream anew, with hashes that fit.
    private static IEnumerable<EventRecord> Rewritten(IEnumerable<EventRecord> records)
    {
        EventRecord? previous = null;
        foreach (var record in records)
        {
            var actor = Actor.Human(record.Actor == House.Bob.Id ? new ActorId("eve") : record.Actor);
            yield return previous = EventRecord.Create(
                record.Stream, record.Version, new Stamp(record.At, actor, record.Command), record.Causation, record.Type, record.Payload.Span, previous?.Hash ?? Digest.Zero);
        }
    }
}
