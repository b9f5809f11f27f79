using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Embedding.Boards;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>Somebody comes by: a note on everybody, or a question. Nobody knows that anything crashed.</summary>
internal static class Touching
{
    private static readonly CommandId Note = new("note");

    public static async Task TouchAsync(this Cast cast, Premises premises, IEventStore store)
    {
        await premises.Over(store).Meetings.HandleAsync(cast.Meeting, new RecordArrival([World.Dan.Id]), Chamber.Chair, Note).ConfigureAwait(false);
        foreach (var id in cast.Changes)
        {
            await premises.Over(store).Changes.HandleAsync(id, new AnnotateChange("still there"), Premises.Rita, Note).ConfigureAwait(false);
        }

        await premises.Over(store).Releases.HandleAsync(cast.Release, new AnnotateRelease("still there"), World.Ann, Note).ConfigureAwait(false);
    }

    public static async Task AskAsync(this Cast cast, Premises premises, IEventStore store)
    {
        await premises.Over(store).Meetings.AskAsync(cast.Meeting, Chamber.Chair).ConfigureAwait(false);
        foreach (var id in cast.Changes)
        {
            await premises.Over(store).Changes.AskAsync(id, Premises.Rita).ConfigureAwait(false);
        }

        await premises.Over(store).Releases.AskAsync(cast.Release, World.Ann).ConfigureAwait(false);
    }
}
