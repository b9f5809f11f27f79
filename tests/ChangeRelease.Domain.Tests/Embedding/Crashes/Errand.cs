using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>One command at a desk, at a certain instant.</summary>
/// <param name="Id">The command's identity: the same however often it is sent.</param>
/// <param name="At">When it is sent first.</param>
/// <param name="Send">Sends it.</param>
internal sealed record Errand(CommandId Id, Instant At, Func<Premises, IEventStore, CommandId, Task<Told>> Send)
{
    /// <summary>Sends it when its time has come, or a while later.</summary>
    public Task<Told> RunAsync(Premises premises, IEventStore store, Duration late = default)
    {
        premises.Now = At + late;
        return Send(premises, store, Id);
    }
}
