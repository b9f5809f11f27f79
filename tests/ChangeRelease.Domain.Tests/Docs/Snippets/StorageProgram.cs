// snippet: storage-usings
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Testing;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to storage.</summary>
internal sealed class StorageProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        await ContractAsync(console);
        await HooksAsync(console);
        await BreachAsync(console);
        await DocumentsAsync(console);
        await FaultsAsync(console);
    }

    private static async Task ContractAsync(Transcript console)
    {
        console.Turn("storage-contract");

        // snippet: storage-contract
        var contract = StoreContract.For(() => new TableStore());
        var report = await contract.RunAsync();

        Console.WriteLine($"kept: {report.IsKept}");
        foreach (var check in report.Unchecked)
        {
            Console.WriteLine($"not checked: {check.Code}, which needs {check.Needs}");
        }

        // end
    }

    private static async Task HooksAsync(Transcript console)
    {
        console.Turn("storage-hooks");

        // snippet: storage-hooks
        var hooks = new StoreHooks<InMemoryEventStore>
        {
            Beside = store => store, // a second process would have a connection of its own
            Documents = _ => new InMemoryDocumentStore(),
        };
        var memory = StoreContract.For(() => new InMemoryEventStore(), hooks);

        Console.WriteLine($"claims {memory.Claims}");
        await memory.VerifyAsync(); // throws, with the whole report, when a promise is broken
        // end
    }

    private static async Task BreachAsync(Transcript console)
    {
        console.Turn("storage-breach");

        // snippet: storage-breach
        var report = await StoreContract.For(() => new EagerStore(new InMemoryEventStore())).RunAsync();

        Console.WriteLine(report.Broken.First());
        // end
    }

    private static async Task DocumentsAsync(Transcript console)
    {
        console.Turn("storage-documents");

        // snippet: storage-documents
        var documents = new InMemoryDocumentStore();
        var key = new DocumentKey(new TenantId("acme"), "calendar", "nights");

        Console.WriteLine(await documents.SaveAsync(key, 0, "the first"u8.ToArray(), default));
        Console.WriteLine(await documents.SaveAsync(key, 1, "ann's second"u8.ToArray(), default));
        Console.WriteLine(await documents.SaveAsync(key, 1, "bob's second"u8.ToArray(), default));
        // end
    }

    private static async Task FaultsAsync(Transcript console)
    {
        console.Turn("storage-faults");

        // snippet: storage-faults
        var recorded = new RecordingStore(new InMemoryEventStore());
        var faulty = new FaultyStore(recorded, breaksAt: 1, isAfter: true);
        var record = EventRecord.Create(
            new StreamId(new TenantId("acme"), "change", "CHG-1"),
            1,
            new Stamp(NodaTime.Instant.FromUtc(2026, 11, 2, 9, 0), Actor.Human(new ActorId("ann")), new CommandId("open")),
            null,
            "change-opened",
            "{}"u8,
            Digest.Zero);

        for (var attempt = 1; attempt <= 2; attempt++)
        {
            try
            {
                Console.WriteLine($"{await faulty.AppendAsync(record.Stream, 0, record.Command, [record], default)}");
            }
            catch (IOException broken)
            {
                Console.WriteLine(broken.Message);
            }
        }

        Console.WriteLine($"{recorded.Calls.Count} calls arrived");
        // end
    }
}

// snippet: storage-eager
internal sealed class EagerStore(IEventStore inner) : IEventStore
{
    private readonly HashSet<CommandId> _seen = [];

    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var batch = AppendBatch.Checked(stream, expectedVersion, command, records);
        lock (_seen)
        {
            if (!_seen.Add(command))
            {
                return new AlreadyApplied(expectedVersion); // of which stream, and was it applied?
            }
        }

        return await inner.AppendAsync(stream, expectedVersion, command, batch, cancellation);
    }

    public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) => inner.ReadAsync(stream, afterVersion, cancellation);
}
// end
