namespace QuickStart.Input;

/// <summary>Every section's names, collected before anything refers to them.</summary>
internal sealed class Names(JsonItem root, Faults faults)
{
    public Known Services { get; } = Known.In(root, "services", "service", faults);

    public Known Environments { get; } = Known.In(root, "environments", "environment", faults);

    public Known People { get; } = Known.In(root, "people", "person", faults);

    public Known Templates { get; } = Known.In(root, "templates", "template", faults);

    public Known Incidents { get; } = Known.In(root, "incidents", "incident", faults);

    public Known Releases { get; } = Known.In(root, "releases", "release", faults);

    /// <summary>Nothing refers to changes by name, but no two share one.</summary>
    public Known Changes { get; } = Known.In(root, "changes", "change", faults);
}
