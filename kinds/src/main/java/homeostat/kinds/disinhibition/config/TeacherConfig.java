package homeostat.kinds.disinhibition.config;

import homeostat.lab.config.Key;

/** Config of {@code teacher-student}. */
public record TeacherConfig(
    @Key("The course of the experiment.") CourseSection course,
    @Key("Teacher and students.") StudentSection student) {}
