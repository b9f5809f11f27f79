using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;
using static ChangeRelease.Domain.Testing.Drafts;

namespace ChangeRelease.Domain.Testing;

/// <summary>Streams never mix: names are compared ordinally, each on its own.</summary>
internal static class NameChecks
{
    public static StoreCheck[] All { get; } =
    [
        new(
            "store.name.case",
            "Names that differ in case are different: of tenants, of streams, of commands.",
            "The collation of the database ignores case. Give the columns a binary one.",
            trial => ApartAsync(trial, ("CHG-1", "acme"), ("chg-1", "acme"), ("CHG-1", "ACME"), ("straße", "acme"), ("STRASSE", "acme"), ("ı", "acme"), ("I", "acme"))),
        new(
            "store.name.unicode",
            "Names that look alike and are written with other characters are different.",
            "Names are normalized on the way, or compared by a collation that does it.",
            trial => ApartAsync(trial, ("caf\u00e9", "acme"), ("cafe\u0301", "acme"), ("\u212b", "acme"), ("\u00c5", "acme"), ("A\u030a", "acme"), ("\uff21", "acme"), ("A", "acme"), ("ﬁ", "acme"), ("fi", "acme"))),
        new(
            "store.name.tenant",
            "A tenant sees nothing of another's streams.",
            "The tenant is missing in a key or in a condition.",
            trial => ApartAsync(trial, ("CHG-1", "acme"), ("CHG-1", "globex"), ("CHG-1", "acm"), ("CHG-1", "acme2"))),
        new(
            "store.name.parts",
            "What one part of a name ends with is not taken for what the next begins with.",
            "Tenant, kind and key are put into one text without escaping. StreamId.ToString escapes.",
            PartsAsync),
    ];

    private static Task ApartAsync(StoreTrial trial, params (string Key, string Tenant)[] names) =>
        ApartAsync(trial, [.. names.Select(name => trial.Stream(name.Key, tenant: $"-{name.Tenant}"))]);

    private static Task PartsAsync(StoreTrial trial) => ApartAsync(
        trial,
        [
            trial.Stream("b/change/c", tenant: "-a"), trial.Stream("c", tenant: "-a/change/b"),
            trial.Stream("1", kind: "change"), trial.Stream("1", kind: "release"), trial.Stream("-1", kind: "change"),
            trial.Stream("a%2Fb"), trial.Stream("a/b"), trial.Stream("a_b"), trial.Stream("axb"), trial.Stream("a%b"), trial.Stream("a b"), trial.Stream("a  b"),
        ]);

    private static async Task ApartAsync(StoreTrial trial, StreamId[] streams)
    {
        foreach (var (stream, place) in streams.Select((stream, place) => (stream, place)))
        {
            await trial.ReadShouldAsync(stream, []).ConfigureAwait(false);
            await trial.AppendShouldAsync(new Appended(place + 1), Of(stream, place)).ConfigureAwait(false);
        }

        foreach (var (stream, place) in streams.Select((stream, place) => (stream, place)))
        {
            await trial.ReadShouldAsync(stream, Of(stream, place)).ConfigureAwait(false);
        }

        // Commands are named as streams are here, so that they differ in the same way.
        var (one, version) = (trial.Stream("commands"), 0);
        foreach (var command in streams.Select(stream => $"{stream.Tenant.Value[^3..]} {stream.Key}").Distinct())
        {
            await trial.AppendShouldAsync(new Appended(++version), Batch(one, version - 1, command)).ConfigureAwait(false);
        }
    }

    private static List<EventRecord> Of(StreamId stream, int place) => Batch(stream, 0, "cmd-1", place + 1);
}
