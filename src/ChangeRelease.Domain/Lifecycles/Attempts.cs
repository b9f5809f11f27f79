using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Drives any lifecycle by trigger, arguments and facts.</summary>
public static class Attempts
{
    /// <summary>Asks whether a trigger may be taken, and where it leads.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <param name="standing">Where the subject stands.</param>
    /// <param name="trigger">What is attempted.</param>
    /// <param name="arguments">The values given for the trigger's parameters.</param>
    /// <param name="facts">Everything that was looked up.</param>
    /// <returns>The destination, or every reason why not: of the arguments and of the requirements at once (S-3).</returns>
    public static Verdict Take(this Lifecycle<TriggerAttempt> lifecycle, Standing standing, Trigger trigger, Arguments arguments, FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(facts);
        return standing.Definition == lifecycle.Reference
            ? lifecycle.Take(standing.State, trigger, new TriggerAttempt(standing, trigger, arguments, facts), arguments)
            : Verdict.Refuse([Undefined.Definition(lifecycle, standing)]);
    }

    /// <summary>Asks what may be done now, and why the rest may not (S-7).</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <param name="standing">Where the subject stands.</param>
    /// <param name="facts">Everything that was looked up.</param>
    /// <returns>A prospect for each trigger of the lifecycle; all of them refused when the subject lives under another definition.</returns>
    public static Prospects Ask(this Lifecycle<TriggerAttempt> lifecycle, Standing standing, FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(facts);
        return standing.Definition == lifecycle.Reference
            ? lifecycle.Ask(standing.State, standing.Version, trigger => new TriggerAttempt(standing, trigger, Arguments.None, facts))
            : lifecycle.Foreign(standing);
    }

    /// <summary>Where a subject stands after a trigger was taken.</summary>
    /// <param name="standing">Where it stood.</param>
    /// <param name="verdict">The verdict that permitted it.</param>
    /// <returns>The standing one version later; a subject that was put aside remembers where it was.</returns>
    /// <exception cref="ArgumentException">The verdict permits nothing.</exception>
    public static Standing After(this Standing standing, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(verdict);
        if (verdict.Destination is not { } destination)
        {
            throw new ArgumentException("The verdict permits nothing, so nothing comes after it.", nameof(verdict));
        }

        return new Standing(verdict.Exit ?? standing.Definition, destination, standing.Version + 1)
        {
            Origin = destination == standing.State ? standing.Origin : standing.State,
        };
    }
}
