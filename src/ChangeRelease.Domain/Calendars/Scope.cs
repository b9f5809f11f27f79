using System.Globalization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Which targets a rule is about: an expression whose connectives are always written (S-48).</summary>
public abstract record Scope
{
    private protected Scope()
    {
    }

    /// <summary>Every target there is.</summary>
    public static Scope Everything { get; } = new EveryTarget();

    internal abstract bool IsEmpty { get; }

    internal abstract string Canonical { get; }

    private protected abstract string Text { get; }

    /// <summary>One service, in every environment.</summary>
    /// <param name="id">The service.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static Scope Service(ServiceId id) => new OneService(id ?? throw new ArgumentNullException(nameof(id)));

    /// <summary>One environment, with every service in it.</summary>
    /// <param name="id">The environment.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static Scope Environment(EnvironmentId id) => new OneEnvironment(id ?? throw new ArgumentNullException(nameof(id)));

    /// <summary>One tenant, with everything of it. Targets that name no tenant are not of it.</summary>
    /// <param name="id">The tenant.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static Scope Tenant(TenantId id) => new OneTenant(id ?? throw new ArgumentNullException(nameof(id)));

    /// <summary>The targets that at least one of the parts is about. Without parts it is a fault of the calendar.</summary>
    /// <param name="parts">The parts.</param>
    /// <returns>The scope.</returns>
    public static Scope AnyOf(params ReadOnlySpan<Scope> parts) => new AnyScope([.. parts]);

    /// <summary>The targets that all of the parts are about. Without parts it is a fault of the calendar.</summary>
    /// <param name="parts">The parts.</param>
    /// <returns>The scope.</returns>
    public static Scope AllOf(params ReadOnlySpan<Scope> parts) => new AllScope([.. parts]);

    /// <summary>Whether the scope is about a target.</summary>
    /// <param name="target">The target.</param>
    /// <returns>True when it is.</returns>
    public abstract bool Matches(Target target);

    /// <summary>The expression in words.</summary>
    /// <returns>For example <c>all of (service payments, environment production)</c>.</returns>
    public sealed override string ToString() => Text;

    /// <summary>Whether this scope is certainly about every target that the other is about; false says nothing.</summary>
    internal bool Covers(Scope other) =>
        this is EveryTarget
        || Equals(other)
        || CoversByParts(other)
        || (other is AllScope all && all.Parts.Any(Covers))
        || (other is AnyScope { Parts.Count: > 0 } any && any.Parts.All(Covers));

    private bool CoversByParts(Scope other) => this switch
    {
        AnyScope any => any.Parts.Any(part => part.Covers(other)),
        AllScope { Parts.Count: > 0 } all => all.Parts.All(part => part.Covers(other)),
        _ => false,
    };

    private static string CanonicalParts(string name, ValueList<Scope> parts) =>
        $"{name}({string.Join(",", parts.Select(part => part.Canonical))})";

    private static string CanonicalId(string name, Identifier id) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}({id.Value.Length}:{id.Value})");

    private sealed record EveryTarget : Scope
    {
        internal override bool IsEmpty => false;

        internal override string Canonical => "everything";

        private protected override string Text => "everything";

        public override bool Matches(Target target) => true;
    }

    private sealed record OneService(ServiceId Id) : Scope
    {
        internal override bool IsEmpty => false;

        internal override string Canonical => CanonicalId("service", Id);

        private protected override string Text => $"service {Id}";

        public override bool Matches(Target target) => target.Service == Id;
    }

    private sealed record OneEnvironment(EnvironmentId Id) : Scope
    {
        internal override bool IsEmpty => false;

        internal override string Canonical => CanonicalId("environment", Id);

        private protected override string Text => $"environment {Id}";

        public override bool Matches(Target target) => target.Environment == Id;
    }

    private sealed record OneTenant(TenantId Id) : Scope
    {
        internal override bool IsEmpty => false;

        internal override string Canonical => CanonicalId("tenant", Id);

        private protected override string Text => $"tenant {Id}";

        public override bool Matches(Target target) => target.Tenant == Id;
    }

    private sealed record AnyScope(ValueList<Scope> Parts) : Scope
    {
        internal override bool IsEmpty => Parts.Count == 0 || Parts.Any(part => part.IsEmpty);

        internal override string Canonical => CanonicalParts("any", Parts);

        private protected override string Text => $"any of ({string.Join(", ", Parts)})";

        public override bool Matches(Target target) => Parts.Any(part => part.Matches(target));
    }

    private sealed record AllScope(ValueList<Scope> Parts) : Scope
    {
        internal override bool IsEmpty => Parts.Count == 0 || Parts.Any(part => part.IsEmpty);

        internal override string Canonical => CanonicalParts("all", Parts);

        private protected override string Text => $"all of ({string.Join(", ", Parts)})";

        public override bool Matches(Target target) => Parts.Count > 0 && Parts.All(part => part.Matches(target));
    }
}
