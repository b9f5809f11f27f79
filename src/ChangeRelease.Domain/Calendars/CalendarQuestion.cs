using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>For what a calendar is asked: the targets, all of which must be open, and the classes that may be exempt (S-48).</summary>
public sealed record CalendarQuestion
{
    /// <summary>Asks for targets and classes.</summary>
    /// <param name="targets">What is touched; at least one. Each is decided by itself, and the set is open when every one is.</param>
    /// <param name="classes">The classes of the change: its model and its tags; may be empty.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="targets"/> is empty: nothing would be open for no reason.</exception>
    public CalendarQuestion(ValueList<Target> targets, ValueList<ChangeClass> classes)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(classes);
        (Targets, Classes) = targets.Count > 0
            ? (targets, classes)
            : throw new ArgumentException("A calendar is asked for at least one target.", nameof(targets));
    }

    /// <summary>What is touched; at least one.</summary>
    public ValueList<Target> Targets { get; }

    /// <summary>The classes of the change; may be empty.</summary>
    public ValueList<ChangeClass> Classes { get; }

    /// <summary>The roles of who acts, which freezes may exempt; may be empty.</summary>
    public ValueList<RoleId> Roles { get; init; } = [];

    /// <summary>The occurrences of freezes that were overridden for the change, and do not bind it (S-48).</summary>
    public ValueList<FreezePass> Passes { get; init; } = [];

    /// <summary>Asks for one target and no class.</summary>
    /// <param name="target">What is touched.</param>
    /// <returns>The question.</returns>
    public static CalendarQuestion For(Target target) => new([target], []);

    /// <summary>The same for one of the targets.</summary>
    internal CalendarQuestion About(Target target) => new([target], Classes) { Roles = Roles, Passes = Passes };

    internal bool IsExemptFrom(Freeze freeze) => freeze.Exempt.Any(Classes.Contains) || freeze.ExemptRoles.Any(Roles.Contains);

    internal bool MayPass(Occurrence freeze) => IsExemptFrom((Freeze)freeze.Rule) || Passes.Any(pass => pass.IsFor(freeze));
}
