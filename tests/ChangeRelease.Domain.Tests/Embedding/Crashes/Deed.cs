using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>What is done in a tale at a certain instant: an errand that may depend on what is found there.</summary>
/// <param name="Id">The command's identity: the same however often it is sent.</param>
/// <param name="At">When it is sent first.</param>
/// <param name="Send">Sends it.</param>
internal sealed record Deed(CommandId Id, Instant At, Func<Ports, CommandId, Task<Answer>> Send)
{
    /// <summary>Sends it when its time has come, or a while later.</summary>
    public Task<Answer> RunAsync(Premises premises, IEventStore store, Duration late = default)
    {
        premises.Now = At + late;
        return Send(premises.Over(store), Id);
    }
}
