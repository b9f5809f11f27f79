namespace ChangeRelease.Domain.Foundation;

/// <summary>Names a person or a service account.</summary>
public sealed record ActorId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public ActorId(string value)
        : base(value)
    {
    }
}

/// <summary>Names a change authority, who decides on changes of a certain risk, such as a change manager or a CAB.</summary>
public sealed record AuthorityId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public AuthorityId(string value)
        : base(value)
    {
    }

    /// <summary>The lead of the team that makes the change.</summary>
    public static AuthorityId TeamLead { get; } = new("team-lead");

    /// <summary>Whoever answers for change enablement.</summary>
    public static AuthorityId ChangeManager { get; } = new("change-manager");

    /// <summary>The change advisory board.</summary>
    public static AuthorityId Cab { get; } = new("cab");
}

/// <summary>Names a board that decides together, such as a CAB.</summary>
public sealed record BoardId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public BoardId(string value)
        : base(value)
    {
    }
}

/// <summary>Names a change calendar.</summary>
public sealed record CalendarId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public CalendarId(string value)
        : base(value)
    {
    }
}

/// <summary>Names a change request.</summary>
public sealed record ChangeId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public ChangeId(string value)
        : base(value)
    {
    }
}

/// <summary>Names one command as it was sent; sending it again means the same act (S-5).</summary>
public sealed record CommandId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public CommandId(string value)
        : base(value)
    {
    }
}

/// <summary>Names an environment that changes and releases go to, such as production.</summary>
public sealed record EnvironmentId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public EnvironmentId(string value)
        : base(value)
    {
    }
}

/// <summary>Names whoever holds a booking: a change, a release, or a host's own.</summary>
public sealed record HolderId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public HolderId(string value)
        : base(value)
    {
    }
}

/// <summary>Names an incident in the host's incident management.</summary>
public sealed record IncidentId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public IncidentId(string value)
        : base(value)
    {
    }
}

/// <summary>Names one meeting of a board.</summary>
public sealed record MeetingId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public MeetingId(string value)
        : base(value)
    {
    }
}

/// <summary>Names an approval policy.</summary>
public sealed record PolicyId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public PolicyId(string value)
        : base(value)
    {
    }
}

/// <summary>Names a release.</summary>
public sealed record ReleaseId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public ReleaseId(string value)
        : base(value)
    {
    }
}

/// <summary>Names something that work takes while it lasts, such as a team, a person, or an environment.</summary>
public sealed record ResourceId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public ResourceId(string value)
        : base(value)
    {
    }
}

/// <summary>Names a role or group that the host's directory knows.</summary>
public sealed record RoleId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public RoleId(string value)
        : base(value)
    {
    }
}

/// <summary>Names a rule of a calendar: a window or a freeze.</summary>
public sealed record RuleId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public RuleId(string value)
        : base(value)
    {
    }
}

/// <summary>Names an assessment scheme.</summary>
public sealed record SchemeId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public SchemeId(string value)
        : base(value)
    {
    }
}

/// <summary>Names a service or configuration item that a change affects.</summary>
public sealed record ServiceId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public ServiceId(string value)
        : base(value)
    {
    }
}

/// <summary>Names a template that pre-authorizes changes.</summary>
public sealed record TemplateId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public TemplateId(string value)
        : base(value)
    {
    }
}

/// <summary>Names a tenant of the host; streams of different tenants never meet.</summary>
public sealed record TenantId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public TenantId(string value)
        : base(value)
    {
    }
}

/// <summary>Names a piece of work that is to be planned.</summary>
public sealed record WorkItemId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public WorkItemId(string value)
        : base(value)
    {
    }
}
