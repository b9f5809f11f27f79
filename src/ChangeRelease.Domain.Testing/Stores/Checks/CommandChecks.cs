using ChangeRelease.Domain.Embedding;
using static ChangeRelease.Domain.Testing.Drafts;

namespace ChangeRelease.Domain.Testing;

/// <summary>A command takes effect once (S-5).</summary>
internal static class CommandChecks
{
    private const int Later = 150;

    public static StoreCheck[] All { get; } =
    [
        new(
            "store.command.repeated",
            "A command that comes again is already applied, whatever version it expects now, and writes nothing.",
            "The command id is not kept, or not for long, or it is looked for only when the version is right.",
            RepeatedAsync),
        new(
            "store.command.scope",
            "A command id belongs to its stream: in another stream it is another command.",
            "The unique key is on the command id alone; it belongs on stream and command.",
            ScopeAsync),
        new(
            "store.command.conflicted",
            "A command that was answered with a conflict has not taken effect, and may come again under its id.",
            "The command id is written before the append, and stays when the append does not take place.",
            ConflictedAsync),
    ];

    private static async Task RepeatedAsync(StoreTrial trial)
    {
        var stream = trial.Stream();
        var (first, second) = (Batch(stream, 0, "cmd-1", 2), Batch(stream, 2, "cmd-2"));
        await trial.AppendShouldAsync(new Appended(2), first).ConfigureAwait(false);
        await trial.AppendShouldAsync(new AlreadyApplied(2), first).ConfigureAwait(false);
        await trial.AppendShouldAsync(new Appended(3), second).ConfigureAwait(false);
        await trial.AppendShouldAsync(new AlreadyApplied(2), first).ConfigureAwait(false);
        await trial.AppendShouldAsync(new AlreadyApplied(2), Batch(stream, 3, "cmd-1")).ConfigureAwait(false);
        await trial.AppendShouldAsync(new AlreadyApplied(2), Batch(stream, 9, "cmd-1")).ConfigureAwait(false);
        await trial.AppendShouldAsync(new AlreadyApplied(3), second).ConfigureAwait(false);
        await trial.ReadShouldAsync(stream, [.. first, .. second]).ConfigureAwait(false);
        trial.Note(FormattableString.Invariant($"append {Later - 3} more, as cmd-3 to cmd-{Later - 1}"));
        for (var version = 3; version < Later; version++)
        {
            var next = Batch(stream, version, FormattableString.Invariant($"cmd-{version}"));
            Misdeed.Unless(await trial.AppendAsync(next).ConfigureAwait(false), new Appended(version + 1), trial.CallOf(next));
        }

        await trial.AppendShouldAsync(new AlreadyApplied(2), first).ConfigureAwait(false);
        await trial.AppendShouldAsync(new AlreadyApplied(2), Batch(stream, Later, "cmd-1")).ConfigureAwait(false);
    }

    private static async Task ScopeAsync(StoreTrial trial)
    {
        foreach (var stream in (History.StreamId[])[trial.Stream(), trial.Stream("CHG-2"), trial.Stream(kind: "release"), trial.Stream(tenant: "-other")])
        {
            await trial.AppendShouldAsync(new Appended(1), Batch(stream, 0, "cmd-1")).ConfigureAwait(false);
            await trial.AppendShouldAsync(new AlreadyApplied(1), Batch(stream, 0, "cmd-1")).ConfigureAwait(false);
        }
    }

    private static async Task ConflictedAsync(StoreTrial trial)
    {
        var stream = trial.Stream();
        await trial.AppendShouldAsync(new Appended(1), Batch(stream, 0, "cmd-1")).ConfigureAwait(false);
        await trial.AppendShouldAsync(new Conflict(1), Batch(stream, 0, "cmd-2")).ConfigureAwait(false);
        await trial.AppendShouldAsync(new Appended(2), Batch(stream, 1, "cmd-2")).ConfigureAwait(false);
    }
}
