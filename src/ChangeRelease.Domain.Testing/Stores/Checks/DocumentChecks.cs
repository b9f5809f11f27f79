using System.Text;
using ChangeRelease.Domain.Embedding;

namespace ChangeRelease.Domain.Testing;

/// <summary>Versioned documents.</summary>
internal static class DocumentChecks
{
    private static readonly string[] Contents =
    [
        """{"b":1,"a":2,"a":3}""", """{ "a" : 1.0 } """, string.Empty, "caf\u00e9 cafe\u0301 🚀", new('x', 70_000),
        .. Enumerable.Range(6, 7).Select(number => FormattableString.Invariant($"the text of version {number}")),
    ];

    public static StoreCheck[] All { get; } =
    [
        new(
            "store.document.altered",
            "Every version of a document comes back byte for byte, also when there are later ones.",
            "Only the latest versions are kept, versions are sorted as text, or the database re-renders what it takes for JSON.",
            StoreCapability.Documents,
            AlteredAsync),
        new(
            "store.document.stale",
            "A version that was made from another than the latest is outdated, and nothing is written.",
            "The expected version is not compared, or the content is compared instead.",
            StoreCapability.Documents,
            StaleAsync),
        new(
            "store.document.race",
            "Of many that save one version at once, one does, and the others are told that they are outdated.",
            "The version is compared first and written afterwards, and nothing makes the two one.",
            StoreCapability.Documents,
            RaceAsync),
        new(
            "store.document.instance",
            "What was kept does not change when the bytes that were given do.",
            "The memory given is put away instead of a copy.",
            StoreCapability.Documents,
            InstanceAsync),
        new(
            "store.document.name",
            "Documents whose names differ in case, in characters that look alike, in kind or in tenant are different.",
            "The collation of the database, or a key without the tenant.",
            StoreCapability.Documents,
            NameAsync),
        new(
            "store.document.lost",
            "What was acknowledged before a crash is there after it.",
            "The answer is given before the data is safe.",
            StoreCapability.Documents | StoreCapability.Crashing,
            LostAsync),
    ];

    private static async Task AlteredAsync(StoreTrial trial)
    {
        var key = trial.Document();
        await FindShouldAsync(trial, key, null, null).ConfigureAwait(false);
        for (var version = 1; version <= Contents.Length; version++)
        {
            await SaveShouldAsync(trial, new Saved(version), key, version - 1, Contents[version - 1]).ConfigureAwait(false);
            await FindShouldAsync(trial, key, null, Of(key, version)).ConfigureAwait(false);
        }

        for (var version = 1; version <= Contents.Length; version++)
        {
            await FindShouldAsync(trial, key, version, Of(key, version)).ConfigureAwait(false);
        }

        foreach (var none in (long[])[Contents.Length + 1, 0, -1])
        {
            await FindShouldAsync(trial, key, none, null).ConfigureAwait(false);
        }
    }

    private static async Task StaleAsync(StoreTrial trial)
    {
        var key = trial.Document();
        await SaveShouldAsync(trial, new Outdated(0), key, 1, "early").ConfigureAwait(false);
        await SaveShouldAsync(trial, new Saved(1), key, 0, Contents[0]).ConfigureAwait(false);
        await SaveShouldAsync(trial, new Saved(2), key, 1, Contents[1]).ConfigureAwait(false);
        foreach (var expected in (long[])[0, 1, 3])
        {
            await SaveShouldAsync(trial, new Outdated(2), key, expected, "other").ConfigureAwait(false);
            await SaveShouldAsync(trial, new Outdated(2), key, expected, Contents[(int)expected % 2]).ConfigureAwait(false);
        }

        await FindShouldAsync(trial, key, null, Of(key, 2)).ConfigureAwait(false);
        await FindShouldAsync(trial, key, 1, Of(key, 1)).ConfigureAwait(false);
    }

    private static async Task RaceAsync(StoreTrial trial)
    {
        var key = trial.Document();
        for (var round = 0; round < trial.Settings.Rounds; round++)
        {
            var answers = await Racing.AllAtOnceAsync(trial.Settings.Racers, async racer =>
                await trial.Documents.SaveAsync(key, round, Encoding.UTF8.GetBytes($"racer {racer}"), CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
            if (answers.Count(answer => answer == new Saved(round + 1)) != 1 || answers.Count(answer => answer == new Outdated(round + 1)) != answers.Length - 1)
            {
                throw new Misdeed(
                    $"To {answers.Length} that saved version {round + 1} at once it answered {string.Join(", ", answers.GroupBy(answer => answer).Select(same => $"{same.Count()} times {same.Key}"))}.",
                    $"It should have answered {new Saved(round + 1)} to one, and {new Outdated(round + 1)} to the others.");
            }
        }
    }

    private static async Task InstanceAsync(StoreTrial trial)
    {
        var (key, given) = (trial.Document(), Encoding.UTF8.GetBytes(Contents[0]));
        await trial.Documents.SaveAsync(key, 0, given, CancellationToken.None).ConfigureAwait(false);
        trial.Note($"save version 1 of {Name(trial, key)}, and write over the bytes that were given");
        given.AsSpan().Fill((byte)'!');
        await FindShouldAsync(trial, key, 1, Of(key, 1)).ConfigureAwait(false);
    }

    private static async Task NameAsync(StoreTrial trial)
    {
        DocumentKey[] keys =
        [
            trial.Document("nights"), trial.Document("Nights"), trial.Document("caf\u00e9"), trial.Document("cafe\u0301"),
            trial.Document(kind: "policy"), trial.Document(tenant: "-other"), trial.Document("b/calendar/c", tenant: "-a"), trial.Document("c", tenant: "-a/calendar/b"),
        ];
        foreach (var key in keys)
        {
            await FindShouldAsync(trial, key, null, null).ConfigureAwait(false);
            await SaveShouldAsync(trial, new Saved(1), key, 0, key.Name).ConfigureAwait(false);
        }

        foreach (var key in keys)
        {
            await FindShouldAsync(trial, key, null, new(key, 1, Encoding.UTF8.GetBytes(key.Name))).ConfigureAwait(false);
        }
    }

    private static async Task LostAsync(StoreTrial trial)
    {
        var key = trial.Document();
        for (var version = 1; version <= 3; version++)
        {
            await SaveShouldAsync(trial, new Saved(version), key, version - 1, Contents[version - 1]).ConfigureAwait(false);
            await trial.CrashAsync().ConfigureAwait(false);
            await FindShouldAsync(trial, key, null, Of(key, version)).ConfigureAwait(false);
            await FindShouldAsync(trial, key, 1, Of(key, 1)).ConfigureAwait(false);
        }
    }

    private static StoredDocument Of(DocumentKey key, int version) => new(key, version, Encoding.UTF8.GetBytes(Contents[version - 1]));

    private static string Name(StoreTrial trial, DocumentKey key) => trial.NameOf(key.ToString());

    private static async Task SaveShouldAsync(StoreTrial trial, SaveResult due, DocumentKey key, long expected, string content)
    {
        var call = FormattableString.Invariant($"save {Name(trial, key)}, made from version {expected}");
        var answer = await trial.Documents.SaveAsync(key, expected, Encoding.UTF8.GetBytes(content), CancellationToken.None).ConfigureAwait(false);
        trial.Note($"{call}: {answer}");
        Misdeed.Unless(answer, due, call);
    }

    private static async Task FindShouldAsync(StoreTrial trial, DocumentKey key, long? version, StoredDocument? due)
    {
        var call = FormattableString.Invariant($"find {(version is null ? "the latest version" : $"version {version}")} of {Name(trial, key)}");
        var found = await trial.Documents.FindAsync(key, version, CancellationToken.None).ConfigureAwait(false);
        trial.Note($"{call}: {Shown(trial, found)}");
        _ = found == due ? true : throw new Misdeed($"To: {call}, it gave {Shown(trial, found)}{Apart(due, found)}.", $"It should have given {Shown(trial, due)}, byte for byte.");
    }

    private static string Apart(StoredDocument? due, StoredDocument? found) => due is null || found is null ? string.Empty
        : FormattableString.Invariant($", which differs from byte {due.Content.Span.CommonPrefixLength(found.Content.Span) + 1} on");

    private static string Shown(StoreTrial trial, StoredDocument? document) =>
        document is null ? "nothing" : FormattableString.Invariant($"{trial.NameOf(document.ToString())} of {document.Content.Length} bytes");
}
