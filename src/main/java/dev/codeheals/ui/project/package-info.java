/// Opening, trusting and running a project.
@NullMarked
package dev.codeheals.ui.project;

import org.jspecify.annotations.NullMarked;
